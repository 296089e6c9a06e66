package health.vigil.app.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import health.vigil.patient.PatientId;
import org.junit.jupiter.api.Test;

class ChangesTest {
  private static final PatientId ADA = new PatientId("11111111-1111-4111-8111-111111111111");
  private static final PatientId BEN = new PatientId("22222222-2222-4222-8222-222222222222");

  private final Changes changes = new Changes(2, 100);

  @Test
  void what_was_recorded_before_it_followed_the_log_is_not_known() {
    assertThat(changes.after(99, ADA, "monitor")).isTrue();
    assertThat(changes.after(100, ADA, "monitor")).isFalse();
  }

  @Test
  void what_concerns_a_patient_concerns_all_devices_and_nobody_else() {
    changes.of(ADA, 110);

    assertThat(changes.after(109, ADA, "monitor")).isTrue();
    assertThat(changes.after(110, ADA, "monitor")).isFalse();
    assertThat(changes.after(109, BEN, "monitor")).isFalse();
  }

  @Test
  void what_concerns_a_device_concerns_no_other() {
    changes.of(ADA, "monitor", 110);

    assertThat(changes.after(109, ADA, "monitor")).isTrue();
    assertThat(changes.after(109, ADA, "cuff")).isFalse();
  }

  @Test
  void what_it_has_forgotten_may_concern_anybody() {
    changes.of(ADA, 110);
    changes.of(BEN, 120);
    changes.of(ADA, "monitor", 130);

    assertThat(changes.after(109, BEN, "cuff")).isTrue();
    assertThat(changes.after(110, ADA, "cuff")).isFalse();
    assertThat(changes.after(119, BEN, "cuff")).isTrue();
  }
}
