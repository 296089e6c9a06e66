package health.vigil.projection.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.vigil.alert.AlertDecisions;
import health.vigil.alert.AlertEnd;
import health.vigil.alert.AlertEvent.AlertAcknowledged;
import health.vigil.alert.AlertEvent.AlertDowngraded;
import health.vigil.alert.AlertEvent.AlertEnded;
import health.vigil.alert.AlertEvent.AlertEscalated;
import health.vigil.alert.AlertEvent.AlertLatched;
import health.vigil.alert.AlertEvent.AlertMoved;
import health.vigil.alert.AlertEvent.AlertRaised;
import health.vigil.alert.AlertEvent.AlertReturned;
import health.vigil.alert.AlertEvent.AlertUpgraded;
import health.vigil.alert.AlertId;
import health.vigil.alert.AlertKind;
import health.vigil.alert.AlertRule;
import health.vigil.alert.Cause;
import health.vigil.alert.EscalationStep;
import health.vigil.alert.Presence;
import health.vigil.alert.Priority;
import health.vigil.monitoring.ObservationId;
import health.vigil.monitoring.score.Band;
import health.vigil.monitoring.vitals.Vital;
import health.vigil.patient.PatientId;
import health.vigil.projection.ReadModelDatabase;
import health.vigil.projection.ReadModels;
import health.vigil.refusal.Refusal;
import health.vigil.stay.StayId;
import health.vigil.ward.BedId;
import health.vigil.ward.WardId;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(ReadModelDatabase.class)
class AlertInboxComponentTest {
  private static final AlertRule NEWS2 = new AlertRule("NEWS2");
  private static final EscalationStep NURSE = new EscalationStep(1, "NURSE", Duration.ZERO);
  private static final EscalationStep REGISTRAR =
      new EscalationStep(2, "REGISTRAR", Duration.ofMinutes(5));

  private final PatientId patient = new PatientId(UUID.randomUUID().toString());
  private final StayId stay = new StayId(UUID.randomUUID().toString());
  private final WardId ward = new WardId("ward-" + UUID.randomUUID().toString().substring(0, 8));
  private final BedId bed = BedId.of(ward, "1");
  private final AlertId first = AlertId.of(stay, NEWS2, 1);
  private final AlertId second = AlertId.of(stay, NEWS2, 2);
  private final AlertId third = AlertId.of(stay, NEWS2, 3);

  @Inject ReadModels readModels;

  @Test
  void anAlertSaysWhoItIsAboutWhyItFiredAndWhoWasTold() {
    readModels.given(raised(first, Band.HIGH, 0), escalated(first, 5));

    assertThat(alert(first))
        .isEqualTo(
            new InboxAlert(
                first,
                patient,
                stay,
                bed,
                NEWS2,
                AlertKind.PHYSIOLOGICAL,
                Priority.HIGH,
                Presence.ON,
                cause(Band.HIGH),
                new InboxAlert.Told(2, "REGISTRAR"),
                minute(0),
                null,
                null));
  }

  @Test
  void presenceAndPriorityFollowTheLog() {
    readModels.given(raised(first, Band.MEDIUM, 0));
    assertThat(stands(first)).isEqualTo("MEDIUM ON 1");
    readModels.given(escalated(first, 5), acknowledged(first, 6));
    assertThat(stands(first)).isEqualTo("MEDIUM ACK 2");
    readModels.given(upgraded(first, 7));
    assertThat(stands(first)).isEqualTo("HIGH ON 1");
    readModels.given(downgraded(first, 8));
    assertThat(stands(first)).isEqualTo("MEDIUM ON 1");
    readModels.given(latched(first, 9));
    assertThat(stands(first)).isEqualTo("MEDIUM LATCHED 1");
    readModels.given(returned(first, 10));
    assertThat(stands(first)).isEqualTo("HIGH ON 1");
    readModels.given(acknowledged(first, 11), ended(first, AlertEnd.CLEARED, 12));
    assertThat(stands(first)).isEqualTo("HIGH OFF 1");
  }

  @Test
  void anAcknowledgementSaysWhenAndByWhomUntilTheAlertIsMoreUrgent() {
    readModels.given(raised(first, Band.MEDIUM, 0), acknowledged(first, 6));
    assertThat(alert(first).acknowledgement())
        .isEqualTo(new InboxAlert.Acknowledgement(minute(6), "generated"));
    readModels.given(upgraded(first, 7));
    assertThat(alert(first).acknowledgement()).isNull();
  }

  @Test
  void whatIsOverSaysWhy() {
    readModels.given(raised(first, Band.HIGH, 0), ended(first, AlertEnd.RETRACTED, 3));
    assertThat(alert(first).end()).isEqualTo(new InboxAlert.End(minute(3), AlertEnd.RETRACTED));
  }

  @Test
  void anAlertFollowsItsPatientToAnotherWard() {
    BedId icu = BedId.of(new WardId(ward + "-icu"), "3");
    readModels.given(
        raised(first, Band.HIGH, 0), new AlertMoved(first, patient, stay, bed, icu, minute(1)));
    assertThat(inbox(ward, Set.of(), Set.of())).isEmpty();
    assertThat(inbox(icu.ward(), Set.of(), Set.of())).containsExactly(first);
    assertThat(alert(first).bed()).isEqualTo(icu);
  }

  @Test
  void theMostUrgentOpenAlertIsFirstThenTheNewestAndWhatIsOverIsLast() {
    AlertId fourth = AlertId.of(stay, NEWS2, 4);
    readModels.given(
        raised(first, Band.HIGH, 0),
        raised(second, Band.MEDIUM, 1),
        raised(third, Band.HIGH, 2),
        raised(fourth, Band.HIGH, 3),
        ended(fourth, AlertEnd.CLEARED, 4));
    assertThat(inbox(ward, Set.of(), Set.of())).containsExactly(third, first, second, fourth);
  }

  @Test
  void theInboxIsFilteredByPresenceAndPriority() {
    readModels.given(
        raised(first, Band.HIGH, 0),
        raised(second, Band.MEDIUM, 1),
        raised(third, Band.HIGH, 2),
        latched(third, 3));
    assertThat(inbox(ward, Set.of(Presence.ON), Set.of())).containsExactly(first, second);
    assertThat(inbox(ward, Set.of(Presence.ON, Presence.LATCHED), Set.of(Priority.HIGH)))
        .containsExactly(third, first);
    assertThat(inbox(ward, Set.of(Presence.OFF), Set.of())).isEmpty();
  }

  @Test
  void theInboxOfAllWardsHoldsThatOfEach() {
    readModels.given(raised(first, Band.HIGH, 0));
    AlertInbox all = page(null, 500, null);
    assertThat(all.alerts()).extracting(InboxAlert::alertId).contains(first);
  }

  @Test
  void aFullInboxIsReadInPagesWithNothingMissed() {
    readModels.given(
        raised(first, Band.HIGH, 0), raised(second, Band.HIGH, 0), raised(third, Band.MEDIUM, 5));
    AlertInbox one = page(ward, 1, null);
    AlertInbox two = page(ward, 1, one.next());
    AlertInbox three = page(ward, 1, two.next());
    assertThat(List.of(one, two, three))
        .flatExtracting(AlertInbox::alerts)
        .extracting(InboxAlert::alertId)
        .containsExactlyInAnyOrder(first, second, third)
        .last()
        .isEqualTo(third);
    assertThat(three.next()).isNull();
  }

  @Test
  void aCursorOfSomebodyElseIsRefused() {
    for (String cursor : List.of("", "x", "1_yesterday_a", "1_2026-11-23T08:00:00Z")) {
      assertThatThrownBy(() -> page(ward, 1, cursor)).hasCauseInstanceOf(Refusal.class);
    }
  }

  @Test
  void theInboxSaysHowFarItHasCome() {
    readModels.given(raised(first, Band.HIGH, 0));
    assertThat(page(ward, 1, null).position()).isEqualTo(readModels.head());
  }

  @Test
  void anAlertThatNeverWasIsNotThere() {
    assertThat(readModels.askFor(new FindAlert(first), InboxAlert.class)).isEmpty();
  }

  private InboxAlert alert(AlertId id) {
    return readModels.ask(new FindAlert(id), InboxAlert.class);
  }

  private String stands(AlertId id) {
    InboxAlert alert = alert(id);
    return alert.priority() + " " + alert.presence() + " " + alert.told().level();
  }

  private List<AlertId> inbox(WardId of, Set<Presence> presences, Set<Priority> priorities) {
    FindAlertInbox query = new FindAlertInbox(Set.of(of), presences, priorities, 100, null);
    return readModels.ask(query, AlertInbox.class).alerts().stream()
        .map(InboxAlert::alertId)
        .toList();
  }

  private AlertInbox page(@Nullable WardId of, int limit, @Nullable String cursor) {
    Set<WardId> wards = of == null ? null : Set.of(of);
    return readModels.ask(
        new FindAlertInbox(wards, Set.of(), Set.of(), limit, cursor), AlertInbox.class);
  }

  private AlertRaised raised(AlertId id, Band level, int minute) {
    return new AlertRaised(
        id,
        patient,
        stay,
        bed,
        NEWS2,
        AlertKind.PHYSIOLOGICAL,
        Priority.of(level),
        true,
        cause(level),
        AlertDecisions.VERSION,
        NURSE,
        1,
        minute(minute));
  }

  private AlertUpgraded upgraded(AlertId id, int minute) {
    return new AlertUpgraded(
        id, patient, stay, bed, Priority.HIGH, cause(Band.HIGH), NURSE, minute, minute(minute));
  }

  private AlertDowngraded downgraded(AlertId id, int minute) {
    return new AlertDowngraded(
        id, patient, stay, bed, Priority.MEDIUM, cause(Band.MEDIUM), minute, minute(minute));
  }

  private AlertReturned returned(AlertId id, int minute) {
    return new AlertReturned(
        id, patient, stay, bed, Priority.HIGH, cause(Band.HIGH), minute, minute(minute));
  }

  private AlertLatched latched(AlertId id, int minute) {
    return new AlertLatched(id, patient, stay, bed, AlertEnd.CLEARED, minute, minute(minute));
  }

  private AlertEscalated escalated(AlertId id, int minute) {
    return new AlertEscalated(id, patient, stay, bed, REGISTRAR, minute(minute));
  }

  private AlertAcknowledged acknowledged(AlertId id, int minute) {
    return new AlertAcknowledged(id, patient, stay, bed, minute(minute));
  }

  private AlertEnded ended(AlertId id, AlertEnd reason, int minute) {
    return new AlertEnded(id, patient, stay, bed, reason, minute(minute));
  }

  private static Cause cause(Band level) {
    return new Cause(
        level, new ObservationId("set-1"), true, List.of(Vital.TEMPERATURE, Vital.PULSE), true);
  }

  private static Instant minute(int minute) {
    return Instant.parse("2026-11-23T08:00:00Z").plus(Duration.ofMinutes(minute));
  }
}
