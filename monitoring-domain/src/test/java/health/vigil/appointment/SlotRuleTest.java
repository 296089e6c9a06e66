package health.vigil.appointment;

import static health.vigil.appointment.Clinic.ADA;
import static health.vigil.appointment.Clinic.DR_YU;
import static health.vigil.appointment.Clinic.FIRST;
import static health.vigil.appointment.Clinic.NINE;
import static health.vigil.appointment.Clinic.NOW;
import static health.vigil.appointment.Clinic.ZONE;
import static health.vigil.appointment.Clinic.nineAnd;
import static health.vigil.appointment.Clinic.request;
import static health.vigil.appointment.Clinic.requestFirst;

import health.vigil.appointment.AppointmentCommand.RequestAppointment;
import health.vigil.appointment.AppointmentCommand.RescheduleAppointment;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SlotRuleTest {
  @ParameterizedTest
  @ValueSource(strings = {"PT5M", "PT30M", "PT12H"})
  void lasts_from_five_minutes_to_twelve_hours(Duration length) {
    Clinic.open().when(lasting(length)).expectAccepted();
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT-1S", "PT0S", "PT1S", "PT4M59S", "PT12H0.000000001S", "P30D"})
  void never_longer_or_shorter(Duration length) {
    Clinic.open().when(lasting(length)).expectInvalid("end");
  }

  @ParameterizedTest
  @CsvSource({"PT0S, true", "PT1H, true", "PT-0.000001S, false", "P3653D, true", "P3654D, false"})
  void starts_from_now_on_within_ten_years(Duration ahead, boolean accepted) {
    Instant start = NOW.plus(ahead);
    var outcome =
        Clinic.open().when(request(FIRST, ADA, DR_YU, start, start.plus(Duration.ofHours(1))));

    if (accepted) {
      outcome.expectAccepted();
    } else {
      outcome.expectInvalid("start");
    }
  }

  @Test
  void all_that_is_wrong_is_told_at_once() {
    Clinic.open()
        .when(request(FIRST, ADA, DR_YU, Instant.MIN, Instant.MAX))
        .expectInvalid("end", "start");
  }

  @Test
  void the_rules_hold_for_a_new_time_too() {
    Clinic.open()
        .givenCommands(requestFirst())
        .when(new RescheduleAppointment(FIRST, NINE, nineAnd(4), ZONE, NOW))
        .expectInvalid("end");
  }

  private static RequestAppointment lasting(Duration length) {
    return request(FIRST, ADA, DR_YU, NINE, NINE.plus(length));
  }
}
