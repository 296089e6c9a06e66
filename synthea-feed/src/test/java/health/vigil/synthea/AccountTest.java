package health.vigil.synthea;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import health.vigil.synthea.VitalSign.Code;
import org.junit.jupiter.api.Test;

class AccountTest {
  private static final Code HEART_RATE = new Code("8867-4", "Heart rate");
  private static final Code WEIGHT = new Code("29463-7", "Body Weight");
  private final Account account = new Account();

  @Test
  void isCompleteWhenEveryVitalSignHasOneOutcome() {
    found(HEART_RATE, true);
    found(HEART_RATE, false);
    found(WEIGHT, true);
    assertThat(account.isComplete()).isFalse();

    became(HEART_RATE, true, Outcome.RECORDED);
    became(HEART_RATE, false, Outcome.RECORDED_BEFORE);
    assertThat(account.isComplete()).isFalse();
    became(WEIGHT, true, Outcome.refused("not-supported"));

    assertThat(account.isComplete()).isTrue();
    assertThat(account.total()).isEqualTo(new Counts(3, 1, 1, 1));
  }

  @Test
  void isNotCompleteWhenTwoMistakesMakeTheSumRight() {
    found(HEART_RATE, true);
    found(WEIGHT, true);
    became(HEART_RATE, true, Outcome.RECORDED);
    became(HEART_RATE, true, Outcome.RECORDED);

    assertThat(account.total().unaccounted()).isZero();
    assertThat(account.isComplete()).isFalse();
  }

  @Test
  void isNotCompleteWithAPatientWhomNobodyAnsweredFor() {
    account.foundPatient();

    assertThat(account.isComplete()).isFalse();
  }

  @Test
  void measuresTheShareOfAdultsOnBothGrounds() {
    found(HEART_RATE, true);
    found(HEART_RATE, false);
    found(WEIGHT, true);
    became(HEART_RATE, true, Outcome.RECORDED);
    became(HEART_RATE, false, Outcome.refused("invariant"));
    became(WEIGHT, true, Outcome.refused("not-supported"));

    assertThat(account.ofAdultsRecordable().share()).isEqualTo(1.0);
    assertThat(account.ofAdults().share()).isEqualTo(0.5);
  }

  @Test
  void showsCountsReasonsAndBothShares() {
    found(HEART_RATE, true);
    found(WEIGHT, true);
    became(HEART_RATE, true, Outcome.RECORDED);
    became(WEIGHT, true, Outcome.refused("not-supported: a code that is not recorded"));

    assertThat(AccountTable.of(account).lines().map(line -> line.replaceAll(" +", " ").strip()))
        .contains(
            "29463-7 Body Weight 1 0 0 1",
            "8867-4 Heart rate 1 1 0 0",
            "29463-7 1 not-supported: a code that is not recorded",
            "of the codes that Vigil records (NEWS2) 1 of 1, 100.0 %",
            "of everything in the category vital-signs 1 of 2, 50.0 %",
            "In the files 2 = recorded 1 + before 0 + refused 1 + unaccounted for 0");
  }

  @Test
  void isAlsoJson() {
    found(WEIGHT, true);
    became(WEIGHT, true, Outcome.refused("not-supported"));

    JsonNode report = AccountReport.of(account);

    assertThat(report.path("complete").asBoolean()).isTrue();
    assertThat(report.at("/codes/0/refusedBecause/0/count").asLong()).isEqualTo(1);
    assertThat(report.at("/adults/categoryVitalSigns/inFiles").asLong()).isEqualTo(1);
  }

  private void found(Code code, boolean adult) {
    account.found(new VitalSign(code, adult, Json.MAPPER.createObjectNode()));
  }

  private void became(Code code, boolean adult, Outcome outcome) {
    account.became(new Entry.AVitalSign(code, adult), outcome);
  }
}
