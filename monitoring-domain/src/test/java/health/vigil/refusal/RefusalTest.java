package health.vigil.refusal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.vigil.refusal.Refusal.FieldError;
import health.vigil.refusal.Refusal.Kind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RefusalTest {
  @Test
  void whatDoesNotExistIsNotFound() {
    Refusal refusal = Refusal.notFound("patient");

    assertThat(refusal.kind()).isEqualTo(Kind.NOT_FOUND);
    assertThat(refusal.code()).isEqualTo("patient-not-found");
    assertThat(refusal).hasMessage("There is no such patient.");
  }

  @Test
  void aConflictSaysWhichAndWhatStandsInTheWay() {
    Map<String, Object> details = new LinkedHashMap<>();
    details.put("start", "14:00");
    details.put("end", "14:30");

    Refusal refusal = Refusal.conflict("slot-taken", "The time is taken.", details);
    details.clear();

    assertThat(refusal.kind()).isEqualTo(Kind.CONFLICT);
    assertThat(refusal.details().keySet()).containsExactly("start", "end");
    assertThatThrownBy(() -> refusal.details().clear())
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void whatWasDecidedOnAnOldRevisionIsStaleAndSaysTheNewest() {
    Refusal refusal = Refusal.stale(3, 5);

    assertThat(refusal.kind()).isEqualTo(Kind.STALE);
    assertThat(refusal.details()).containsExactly(Map.entry("revision", 5L));
  }

  @Test
  void valuesThatAreNotAcceptableAreNamedAndNotShown() {
    FieldError pulse = new FieldError("pulse", "accepted is 0 to 350 /min");
    FieldError reason = new FieldError("reason", "required");

    Refusal refusal = Refusal.invalid(List.of(pulse, reason));

    assertThat(refusal.kind()).isEqualTo(Kind.INVALID);
    assertThat(refusal.errors()).containsExactly(pulse, reason);
    assertThat(refusal).hasMessage("Not acceptable: pulse, reason.");
  }
}
