package health.vigil.patient;

import static health.vigil.fixture.Patients.ADA;
import static health.vigil.fixture.Patients.ada;
import static health.vigil.fixture.Patients.identify;
import static health.vigil.fixture.Patients.register;
import static health.vigil.fixture.Patients.registerUnidentified;
import static org.assertj.core.api.Assertions.assertThat;

import health.vigil.fixture.DomainFixture;
import health.vigil.fixture.Outcome;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** At 09:00 UTC on 23 November 2026 it is 23 November everywhere east of the Pacific. */
class DemographicsTest {
  private final DomainFixture vigil = DomainFixture.vigil();

  static String[] acceptedNumbers() {
    return new String[] {"1", "AB 12", "x".repeat(40), "\uD835\uDFD8".repeat(40), "N°7/2"};
  }

  static String[] refusedNumbers() {
    return new String[] {
      "", " ", " 1", "1 ", "\u00A01", "1\u200B2", "1\t2", "1\n", "\u0000", "\uD835", "x".repeat(41)
    };
  }

  static String[] acceptedNames() {
    return new String[] {"O", "O'Brien", "Ngũgĩ", "山田", "می‌خواهم", "x".repeat(100)};
  }

  static String[] refusedNames() {
    return new String[] {
      "", " ", "\u00A0", "A\u0000", "A\nB", "\u2028A", "\uD835", "x".repeat(101)
    };
  }

  @ParameterizedTest
  @MethodSource("acceptedNumbers")
  void aNumberOfVisibleCharactersIsAccepted(String mrn) {
    registerWith(mrn, "Adams", "Ada", null).expectAccepted();
  }

  @ParameterizedTest
  @MethodSource("refusedNumbers")
  void aNumberThatHidesSomethingIsRefused(String mrn) {
    registerWith(mrn, "Adams", "Ada", null).expectInvalid("mrn");
  }

  @ParameterizedTest
  @MethodSource("acceptedNames")
  void aNameInAnyScriptIsAccepted(String name) {
    registerWith("1", name, name, null).expectAccepted();
  }

  @ParameterizedTest
  @MethodSource("refusedNames")
  void aNameThatNobodyCanReadIsRefused(String name) {
    registerWith("1", name, name, null).expectInvalid("familyName", "givenName");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1900-01-01", "2026-11-22", "2026-11-23"})
  void aBirthDateUpToTodayIsAccepted(LocalDate birthDate) {
    registerWith("1", "Adams", "Ada", birthDate).expectAccepted();
  }

  @ParameterizedTest
  @ValueSource(strings = {"1899-12-31", "2026-11-24", "9999-01-01"})
  void aBirthDateBefore1900OrInTheFutureIsRefused(LocalDate birthDate) {
    registerWith("1", "Adams", "Ada", birthDate).expectInvalid("birthDate");
  }

  @Test
  void aChildBornWhereTomorrowHasBegunIsAccepted() {
    Instant late = Instant.parse("2026-11-23T10:00:00Z");
    Demographics born = with("1", "Adams", "Ada", LocalDate.of(2026, 11, 24));

    vigil
        .when(new PatientCommand.RegisterPatient(ADA, new MrnClaimId("mrn:1"), born, late))
        .expectAccepted();
  }

  @Test
  void everyFieldThatIsWrongIsNamedAtOnceAndNoValueIsRepeated() {
    String marker = "secret\u0000";

    Outcome outcome = registerWith(marker, marker, marker, LocalDate.of(1850, 5, 5));

    outcome.expectInvalid("mrn", "familyName", "givenName", "birthDate");
    assertThat(outcome.refusal().errors().toString() + outcome.refusal())
        .doesNotContain("secret", "1850");
  }

  @Test
  void identificationIsHeldToTheSameRules() {
    vigil.givenCommands(registerUnidentified(ADA, "Unknown A"));

    vigil.when(identify(ADA, with(" ", "Adams", "", null))).expectInvalid("mrn", "givenName");
  }

  @Test
  void aTemporaryLabelHasOneToSixtyCharacters() {
    vigil.when(registerUnidentified(ADA, "")).expectInvalid("temporaryLabel");
    vigil.when(registerUnidentified(ADA, "x".repeat(61))).expectInvalid("temporaryLabel");
    vigil.when(registerUnidentified(ADA, "x".repeat(60))).expectAccepted();
  }

  private Outcome registerWith(
      String mrn, String familyName, String givenName, @Nullable LocalDate birthDate) {
    return vigil.when(register(ADA, with(mrn, familyName, givenName, birthDate)));
  }

  private static Demographics with(
      String mrn, String familyName, String givenName, @Nullable LocalDate birthDate) {
    return new Demographics(mrn, familyName, givenName, birthDate, ada().sex());
  }
}
