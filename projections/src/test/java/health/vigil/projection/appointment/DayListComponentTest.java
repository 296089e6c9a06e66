package health.vigil.projection.appointment;

import static health.vigil.appointment.AppointmentStatus.BOOKED;
import static health.vigil.appointment.AppointmentStatus.CANCELLED;
import static health.vigil.appointment.AppointmentStatus.CHECKED_IN;
import static health.vigil.appointment.AppointmentStatus.FULFILLED;
import static health.vigil.appointment.AppointmentStatus.NOSHOW;
import static health.vigil.appointment.AppointmentStatus.PENDING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.vigil.appointment.AppointmentEvent.AppointmentCancelled;
import health.vigil.appointment.AppointmentEvent.AppointmentConfirmed;
import health.vigil.appointment.AppointmentEvent.AppointmentFulfilled;
import health.vigil.appointment.AppointmentEvent.AppointmentRequested;
import health.vigil.appointment.AppointmentEvent.AppointmentRescheduled;
import health.vigil.appointment.AppointmentEvent.NoShowMarked;
import health.vigil.appointment.AppointmentEvent.PatientCheckedIn;
import health.vigil.appointment.AppointmentId;
import health.vigil.appointment.AppointmentStatus;
import health.vigil.appointment.PractitionerId;
import health.vigil.appointment.Slot;
import health.vigil.patient.PatientId;
import health.vigil.projection.Progress;
import health.vigil.projection.ReadModelDatabase;
import health.vigil.refusal.Refusal;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.eventhandling.AnnotationEventHandlerAdapter;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.GenericTrackedEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(ReadModelDatabase.class)
class DayListComponentTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final LocalDate TUESDAY = LocalDate.of(2026, 11, 24);
  private static final Instant NINE = Instant.parse("2026-11-24T08:00:00Z");
  private static final Instant BEFORE_MIDNIGHT = Instant.parse("2026-11-24T22:30:00Z");
  private static final PatientId PATIENT = new PatientId("patient-1");
  private static final PractitionerId DR_YU = new PractitionerId("dr-yu");

  private final DayListProjection projection = new DayListProjection();
  private final DayListQueries queries = new DayListQueries();
  private final List<Object> log = new ArrayList<>();

  @BeforeEach
  void begin_with_an_empty_list() {
    empty();
  }

  @Test
  void a_day_is_listed_by_start() {
    happened(requested("late", NINE.plus(Duration.ofHours(1))), requested("early", NINE));

    assertThat(list(TUESDAY))
        .extracting(DayListEntry::appointmentId)
        .containsExactly(new AppointmentId("early"), new AppointmentId("late"));
    assertThat(list(TUESDAY.plusDays(1))).isEmpty();
  }

  @Test
  void an_entry_says_who_comes_when() {
    happened(requested("a", NINE));

    assertThat(list(TUESDAY))
        .containsExactly(
            new DayListEntry(
                new AppointmentId("a"),
                PATIENT,
                DR_YU,
                NINE,
                NINE.plus(Duration.ofHours(1)),
                PENDING,
                "cardiology"));
  }

  @Test
  void an_appointment_over_midnight_stands_on_both_days() {
    happened(requested("night", BEFORE_MIDNIGHT));

    assertThat(list(TUESDAY)).hasSize(1);
    assertThat(list(TUESDAY.plusDays(1))).hasSize(1);
    assertThat(list(TUESDAY.minusDays(1))).isEmpty();
    assertThat(list(TUESDAY.plusDays(2))).isEmpty();
  }

  @Test
  void the_status_follows_the_log() {
    AppointmentId id = new AppointmentId("a");

    assertThat(statusAfter(requested("a", NINE))).isEqualTo(PENDING);
    assertThat(statusAfter(new AppointmentConfirmed(id, PATIENT, slot(NINE), NINE)))
        .isEqualTo(BOOKED);
    assertThat(statusAfter(new PatientCheckedIn(id, PATIENT, NINE))).isEqualTo(CHECKED_IN);
    assertThat(statusAfter(new AppointmentFulfilled(id, PATIENT, NINE))).isEqualTo(FULFILLED);
    assertThat(statusAfter(new AppointmentCancelled(id, PATIENT, "ill", NINE)))
        .isEqualTo(CANCELLED);
    assertThat(statusAfter(new NoShowMarked(id, PATIENT, NINE))).isEqualTo(NOSHOW);
  }

  @Test
  void a_moved_appointment_leaves_its_day() {
    happened(requested("a", NINE), moved("a", NINE, NINE.plus(Duration.ofDays(2))));

    assertThat(list(TUESDAY)).isEmpty();
    assertThat(list(TUESDAY.plusDays(2)))
        .extracting(DayListEntry::start)
        .containsExactly(NINE.plus(Duration.ofDays(2)));
  }

  @Test
  void a_long_day_is_read_in_pages_with_nothing_missed() {
    happened(
        requested("a", NINE), requested("b", NINE), requested("c", NINE), requested("d", NINE));

    DayList first = page(3, null);
    DayList second = page(3, first.next());

    assertThat(first.appointments()).hasSize(3);
    assertThat(second.appointments())
        .extracting(DayListEntry::appointmentId)
        .containsExactly(new AppointmentId("d"));
    assertThat(second.next()).isNull();
  }

  @Test
  void a_cursor_of_somebody_else_is_refused() {
    for (String cursor : List.of("", "x", "yesterday_a", "2026-11-24T08:00:00Z")) {
      assertThatThrownBy(() -> page(3, cursor)).isInstanceOf(Refusal.class);
    }
  }

  @Test
  void the_list_says_how_far_it_has_come() {
    assertThat(page(1, null).position()).isEqualTo(-1);

    happened(requested("a", NINE), moved("a", NINE, BEFORE_MIDNIGHT));

    assertThat(page(1, null).position()).isEqualTo(1);
  }

  @Test
  void a_rebuilt_list_equals_the_live_one() {
    happened(
        requested("a", NINE),
        requested("b", BEFORE_MIDNIGHT),
        moved("a", NINE, BEFORE_MIDNIGHT.plus(Duration.ofHours(1))),
        new AppointmentCancelled(new AppointmentId("b"), PATIENT, "ill", NINE));
    List<?> live = rows();

    empty();
    assertThat(rows()).isEmpty();
    List<Object> again = List.copyOf(log);
    log.clear();
    happened(again.toArray());

    assertThat(rows()).hasSize(2).isEqualTo(live);
  }

  private static void empty() {
    QuarkusTransaction.requiringNew()
        .run(
            () -> {
              ListedAppointment.deleteAll();
              Progress.deleteById(DayListProjection.GROUP);
            });
  }

  private AppointmentStatus statusAfter(Object event) {
    happened(event);
    return list(TUESDAY).get(0).status();
  }

  private List<DayListEntry> list(LocalDate day) {
    return ask(new FindDayList(DR_YU, day, 100, null)).appointments();
  }

  private DayList page(int limit, @Nullable String cursor) {
    return ask(new FindDayList(DR_YU, TUESDAY, limit, cursor));
  }

  private DayList ask(FindDayList query) {
    return QuarkusTransaction.requiringNew().call(() -> queries.handle(query));
  }

  private static List<?> rows() {
    return QuarkusTransaction.requiringNew()
        .call(
            () ->
                ListedAppointment.getEntityManager()
                    .createNativeQuery(
                        "select cast(day_list as text) from day_list order by appointment",
                        String.class)
                    .getResultList());
  }

  /** Appends to the log, and handles what is new in one transaction, as a processor does. */
  private void happened(Object... events) {
    AnnotationEventHandlerAdapter handler = new AnnotationEventHandlerAdapter(projection);
    QuarkusTransaction.requiringNew()
        .run(
            () -> {
              for (Object event : events) {
                handle(handler, event);
              }
            });
  }

  private void handle(AnnotationEventHandlerAdapter handler, Object event) {
    try {
      handler.handle(
          new GenericTrackedEventMessage<>(
              new GlobalSequenceTrackingToken(log.size()),
              GenericEventMessage.asEventMessage(event)));
    } catch (Exception failed) {
      throw new IllegalStateException(failed);
    }
    log.add(event);
  }

  private static AppointmentRequested requested(String id, Instant start) {
    return new AppointmentRequested(
        new AppointmentId(id), PATIENT, DR_YU, slot(start), "cardiology", "chest pain", NINE);
  }

  private static AppointmentRescheduled moved(String id, Instant from, Instant to) {
    return new AppointmentRescheduled(new AppointmentId(id), PATIENT, slot(from), slot(to), NINE);
  }

  private static Slot slot(Instant start) {
    return Slot.of(start, start.plus(Duration.ofHours(1)), BERLIN);
  }
}
