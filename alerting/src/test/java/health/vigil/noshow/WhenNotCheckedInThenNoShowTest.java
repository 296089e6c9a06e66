package health.vigil.noshow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import health.vigil.appointment.AppointmentCommand.MarkNoShow;
import health.vigil.appointment.AppointmentEvent.AppointmentCancelled;
import health.vigil.appointment.AppointmentEvent.AppointmentConfirmed;
import health.vigil.appointment.AppointmentEvent.AppointmentFulfilled;
import health.vigil.appointment.AppointmentEvent.AppointmentRequested;
import health.vigil.appointment.AppointmentEvent.AppointmentRescheduled;
import health.vigil.appointment.AppointmentEvent.NoShowMarked;
import health.vigil.appointment.AppointmentEvent.PatientCheckedIn;
import health.vigil.appointment.AppointmentId;
import health.vigil.appointment.PractitionerId;
import health.vigil.appointment.Slot;
import health.vigil.patient.PatientId;
import health.vigil.refusal.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.stream.Stream;
import org.axonframework.test.saga.FixtureConfiguration;
import org.axonframework.test.saga.SagaTestFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WhenNotCheckedInThenNoShowTest {
  private static final Instant EIGHT = Instant.parse("2026-11-24T08:00:00Z");
  private static final Instant NINE = Instant.parse("2026-11-24T09:00:00Z");
  private static final Instant TEN = Instant.parse("2026-11-24T10:00:00Z");
  private static final Duration GRACE = Duration.ofMinutes(20);
  private static final AppointmentId ID = new AppointmentId("appointment-1");
  private static final PatientId PATIENT = new PatientId("patient-1");

  private final FixtureConfiguration saga = new SagaTestFixture<>(Visible.class);

  /** The fixture makes instances of public classes only. */
  public static final class Visible extends WhenNotCheckedInThenNoShow {
    public Visible() {}
  }

  @BeforeEach
  void wait_for_twenty_minutes() {
    saga.registerResource(new NoShowRules(GRACE));
  }

  @Test
  void a_confirmed_appointment_is_waited_for_until_the_grace_time_ends() {
    saga.givenAPublished(requested())
        .andThenAPublished(confirmed())
        .whenTimeAdvancesTo(NINE.plus(GRACE).minusMillis(1))
        .expectActiveSagas(1)
        .expectNoDispatchedCommands();
  }

  @Test
  void a_patient_who_did_not_come_is_marked_once() {
    saga.givenCurrentTime(EIGHT)
        .andThenAPublished(confirmed())
        .whenTimeAdvancesTo(NINE.plus(GRACE))
        .expectDispatchedCommands(new MarkNoShow(ID, NINE, NINE.plus(GRACE)))
        .expectActiveSagas(0)
        .expectNoScheduledDeadlines();
  }

  @Test
  void a_request_that_nobody_confirmed_is_not_waited_for() {
    saga.givenCurrentTime(EIGHT)
        .whenPublishingA(requested())
        .expectActiveSagas(0)
        .expectNoScheduledDeadlines();
  }

  @Test
  void a_moved_appointment_is_waited_for_at_its_new_time() {
    saga.givenCurrentTime(EIGHT)
        .andThenAPublished(confirmed())
        .andThenAPublished(moved(TEN))
        .whenTimeAdvancesTo(TEN.plus(GRACE))
        .expectDispatchedCommands(new MarkNoShow(ID, TEN, TEN.plus(GRACE)))
        .expectActiveSagas(0);
  }

  @Test
  void the_old_time_of_a_moved_appointment_counts_no_more() {
    saga.givenCurrentTime(EIGHT)
        .andThenAPublished(confirmed())
        .andThenAPublished(moved(TEN))
        .whenTimeAdvancesTo(NINE.plus(GRACE))
        .expectNoDispatchedCommands()
        .expectActiveSagas(1);
  }

  static Stream<Object> ends() {
    return Stream.of(
        new PatientCheckedIn(ID, PATIENT, NINE),
        new AppointmentFulfilled(ID, PATIENT, NINE),
        new AppointmentCancelled(ID, PATIENT, "ill", NINE),
        new NoShowMarked(ID, PATIENT, NINE));
  }

  @ParameterizedTest
  @MethodSource("ends")
  void nobody_is_waited_for_after(Object end) {
    saga.givenCurrentTime(EIGHT)
        .andThenAPublished(confirmed())
        .whenPublishingA(end)
        .expectActiveSagas(0)
        .expectNoScheduledDeadlines();
  }

  @Test
  void a_patient_who_checked_in_meanwhile_is_left_alone() {
    saga.setCallbackBehavior(
        (command, metaData) -> {
          throw Refusal.conflict("wrong-state", "The appointment is CHECKED_IN.");
        });

    saga.givenCurrentTime(EIGHT)
        .andThenAPublished(confirmed())
        .whenTimeAdvancesTo(NINE.plus(GRACE))
        .expectActiveSagas(0)
        .expectSuccessfulHandlerExecution();
  }

  @Test
  void an_appointment_that_was_moved_meanwhile_is_waited_for_anew() throws Exception {
    saga.setCallbackBehavior(
        (command, metaData) -> {
          throw Refusal.conflict(MarkNoShow.RESCHEDULED, "The appointment was moved.");
        });

    saga.givenCurrentTime(EIGHT)
        .andThenAPublished(confirmed())
        .andThenTimeAdvancesTo(NINE.plus(GRACE))
        .whenPublishingA(moved(TEN))
        .expectActiveSagas(1)
        .expectScheduledDeadline(
            Duration.between(NINE, TEN), new NoShowDue(ID, TEN, TEN.plus(GRACE)));
  }

  @Test
  void what_failed_is_not_taken_for_done() {
    saga.setCallbackBehavior(
        (command, metaData) -> {
          throw new IllegalStateException("the log can not be reached");
        });
    var expected = saga.givenCurrentTime(EIGHT).andThenAPublished(confirmed());

    assertThatThrownBy(() -> expected.whenTimeAdvancesTo(NINE.plus(GRACE)))
        .rootCause()
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("the log can not be reached");
  }

  @Test
  void is_kept_by_its_fields() throws JsonProcessingException {
    ObjectMapper mapper =
        JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .visibility(PropertyAccessor.ALL, Visibility.NONE)
            .visibility(PropertyAccessor.FIELD, Visibility.ANY)
            .build();
    String stored = "{\"start\":1795510800.000000000,\"deadline\":\"deadline-1\"}";

    var restored = mapper.readValue(stored, WhenNotCheckedInThenNoShow.class);

    assertThat(mapper.writeValueAsString(restored)).isEqualTo(stored);
  }

  private static AppointmentRequested requested() {
    return new AppointmentRequested(
        ID, PATIENT, new PractitionerId("dr-yu"), slot(NINE), null, null, EIGHT);
  }

  private static AppointmentConfirmed confirmed() {
    return new AppointmentConfirmed(ID, PATIENT, slot(NINE), EIGHT);
  }

  private static AppointmentRescheduled moved(Instant start) {
    return new AppointmentRescheduled(ID, PATIENT, slot(NINE), slot(start), EIGHT);
  }

  private static Slot slot(Instant start) {
    return Slot.of(start, start.plus(Duration.ofMinutes(30)), ZoneOffset.UTC);
  }
}
