package health.vigil.app.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import health.vigil.app.idempotency.Wishes;
import health.vigil.axon.command.CommandKey;
import health.vigil.monitoring.MonitoringCommand.RecordVitalSigns;
import health.vigil.monitoring.MonitoringId;
import health.vigil.monitoring.MonitoringPlan;
import health.vigil.monitoring.ObservationId;
import health.vigil.monitoring.budget.IngestBudget;
import health.vigil.monitoring.budget.MergedReadings;
import health.vigil.monitoring.vitals.Pulse;
import health.vigil.monitoring.vitals.VitalSigns;
import health.vigil.patient.PatientId;
import health.vigil.stay.StayId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class DeviceWindowTest {
  private static final Instant NINE = Instant.parse("2026-11-23T09:00:00Z");
  private static final MonitoringId STREAM =
      MonitoringId.of(new StayId("aaaaaaaa-0000-4000-8000-000000000001"));
  private static final PatientId ADA = new PatientId("11111111-1111-4111-8111-111111111111");
  private static final int REMEMBERED = 3;

  private final DeviceWindow window = new DeviceWindow(IngestBudget.STANDARD, REMEMBERED);

  @Test
  void the_first_reading_is_recorded() {
    assertThat(decide(reading("a", 72, 0))).isEqualTo(new Decision.Keep(null));
  }

  @Test
  void what_says_the_same_is_merged_until_the_window_is_over() {
    stands(reading("a", 72, 0), 10);

    assertThat(decide(reading("b", 75, 1))).isEqualTo(mergedInto("a", 10, false));
    assertThat(decide(reading("c", 75, 59))).isEqualTo(mergedInto("a", 10, false));
    assertThat(carried(decide(reading("d", 75, 60))).count()).isEqualTo(2);
  }

  @Test
  void what_says_something_new_is_recorded_with_what_was_merged_before() {
    stands(reading("a", 72, 0), 10);
    decide(reading("b", 75, 1));
    decide(reading("c", 76, 2));

    MergedReadings carried = carried(decide(reading("d", 95, 3)));

    assertThat(carried.observationId()).isEqualTo(new ObservationId("a"));
    assertThat(carried.from()).isEqualTo(NINE.plusSeconds(1));
    assertThat(carried.to()).isEqualTo(NINE.plusSeconds(2));
  }

  @Test
  void while_a_reading_is_being_recorded_every_other_is_recorded_too() {
    stands(reading("a", 72, 0), 10);
    decide(reading("b", 95, 1));

    assertThat(decide(reading("c", 72, 2))).isEqualTo(new Decision.Keep(null));
  }

  @Test
  void of_two_that_were_recorded_at_once_the_later_one_stands() {
    decide(reading("a", 72, 0));
    decide(reading("b", 95, 1));
    window.recorded(anchor(reading("b", 95, 1), 11));
    window.recorded(anchor(reading("a", 72, 0), 12));

    assertThat(decide(reading("c", 95, 2))).isEqualTo(mergedInto("b", 11, false));
  }

  @Test
  void what_this_node_can_not_know_is_recorded() {
    stands(reading("a", 72, 0), 10);

    assertThat(window.decide(reading("b", 72, 1), false, NINE)).isEqualTo(new Decision.Keep(null));
  }

  @Test
  void what_is_recorded_of_somebody_else_closes_it() {
    stands(reading("a", 72, 0), 10);
    window.close(9);
    window.close(10);
    assertThat(decide(reading("b", 72, 1))).isEqualTo(mergedInto("a", 10, false));

    window.close(11);
    assertThat(carried(decide(reading("c", 72, 2))).count()).isEqualTo(1);
  }

  @Test
  void a_late_one_and_the_one_that_stands_are_asked_of_the_log() {
    stands(reading("a", 72, 5), 10);

    assertThat(decide(reading("late", 72, 4))).isEqualTo(new Decision.AskTheLog());
    assertThat(decide(reading("a", 72, 5))).isEqualTo(new Decision.AskTheLog());
    assertThat(decide(reading("b", 72, 6))).isEqualTo(mergedInto("a", 10, false));
    assertThat(decide(reading("between", 72, 5))).isEqualTo(new Decision.AskTheLog());
  }

  @Test
  void a_merged_message_that_comes_again_is_known_and_its_key_is_not_for_another() {
    stands(reading("a", 72, 0), 10);
    decide(reading("b", 73, 1));
    stands(reading("c", 95, 2), 12);

    assertThat(decide(reading("b", 73, 1))).isEqualTo(mergedInto("a", 10, true));
    assertThat(decide(reading("b", 74, 1))).isEqualTo(new Decision.Refuse());
  }

  @Test
  void of_merged_messages_only_the_newest_are_known() {
    stands(reading("a", 72, 0), 10);
    for (int i = 1; i <= REMEMBERED + 1; i++) {
      decide(reading("m" + i, 72, i));
    }

    assertThat(decide(reading("m2", 72, 2))).isEqualTo(mergedInto("a", 10, true));
    assertThat(decide(reading("m1", 72, 1))).isEqualTo(new Decision.AskTheLog());
  }

  @Test
  void what_was_carried_and_not_recorded_is_carried_again() {
    stands(reading("a", 72, 0), 10);
    decide(reading("b", 73, 1));
    Decision.Keep keep = (Decision.Keep) decide(reading("c", 95, 2));
    window.failed(keep.carried());

    assertThat(carried(decide(reading("d", 95, 3))).count()).isEqualTo(1);
  }

  @Test
  void what_was_carried_and_not_recorded_is_kept_when_others_were_merged_meanwhile() {
    stands(reading("a", 72, 0), 10);
    decide(reading("b", 73, 1));
    Decision.Keep failing = (Decision.Keep) decide(reading("c", 95, 2));
    stands(reading("d", 95, 3), 12);
    decide(reading("e", 95, 4));
    decide(reading("f", 95, 5));
    window.failed(failing.carried());

    MergedReadings first = carried(decide(reading("g", 72, 6)));
    MergedReadings second = carried(decide(reading("h", 72, 7)));

    assertThat(first.observationId()).isEqualTo(new ObservationId("a"));
    assertThat(first.count()).isEqualTo(1);
    assertThat(second.observationId()).isEqualTo(new ObservationId("d"));
    assertThat(second.count()).isEqualTo(2);
    assertThat(decide(reading("i", 72, 8))).isEqualTo(new Decision.Keep(null));
  }

  @Test
  void what_was_merged_into_another_reading_stands_apart() {
    stands(reading("a", 72, 0), 10);
    decide(reading("b", 73, 1));
    window.close(11);
    window.recorded(anchor(reading("c", 72, 1), 12));
    decide(reading("d", 73, 2));

    assertThat(carried(decide(reading("e", 95, 3))).observationId())
        .isEqualTo(new ObservationId("a"));
    assertThat(carried(decide(reading("f", 95, 4))).observationId())
        .isEqualTo(new ObservationId("c"));
  }

  @Test
  void what_may_have_been_recorded_is_not_said_with_another() {
    stands(reading("a", 72, 0), 10);
    decide(reading("b", 73, 1));
    ContinuousReading sent = reading("c", 95, 2);
    Sending open = Sending.with(sent, ((Decision.Keep) decide(sent)).carried()).open();
    window.unsettled(open);

    assertThat(decide(reading("d", 95, 3))).isEqualTo(new Decision.Keep(null));
    window.recorded(null);
    assertThat(window.due(NINE)).isEmpty();
    assertThat(window.retire(Instant.MAX)).isFalse();

    assertThat(window.toSettle()).contains(open);
    assertThat(window.toSettle()).isEmpty();
    assertThat(window.retire(Instant.MAX)).isFalse();
    window.recorded(null);
    assertThat(window.retire(Instant.MAX)).isTrue();
  }

  @Test
  void what_turns_out_not_to_be_recorded_is_said_with_the_next() {
    stands(reading("a", 72, 0), 10);
    decide(reading("b", 73, 1));
    ContinuousReading sent = reading("c", 95, 2);
    window.unsettled(Sending.with(sent, ((Decision.Keep) decide(sent)).carried()).open());
    window.failed(window.toSettle().orElseThrow().carried());

    assertThat(carried(decide(reading("d", 95, 3))).count()).isEqualTo(1);
  }

  @Test
  void what_can_never_be_recorded_is_given_up_alone() {
    stands(reading("a", 72, 0), 10);
    decide(reading("b", 73, 1));
    Merging due = window.due(NINE).orElseThrow();
    stands(reading("c", 72, 2), 12);
    decide(reading("d", 73, 3));
    window.failed(due);

    assertThat(window.giveUp(due)).isTrue();
    assertThat(window.giveUp(due)).isFalse();

    assertThat(carried(decide(reading("e", 95, 4))).observationId())
        .isEqualTo(new ObservationId("c"));
  }

  @Test
  void the_last_one_of_a_silent_device_is_given_out_once() {
    stands(reading("a", 72, 0), 10);
    decide(reading("b", 73, 1));
    decide(reading("c", 74, 2));
    assertThat(window.due(NINE.minusSeconds(1))).isEmpty();

    Merging due = window.due(NINE).orElseThrow();

    assertThat(due.last().reading().measuredAt()).isEqualTo(NINE.plusSeconds(2));
    assertThat(Objects.requireNonNull(due.allButTheLast()).count()).isEqualTo(1);
    assertThat(window.due(NINE)).isEmpty();
    window.failed(due);
    assertThat(window.due(NINE)).contains(due);
  }

  @Test
  void it_is_given_up_when_it_is_silent_and_nothing_is_left_to_record() {
    stands(reading("a", 72, 0), 10);
    decide(reading("b", 73, 1));
    assertThat(window.retire(NINE.plusSeconds(1))).isFalse();
    window.due(NINE);
    assertThat(window.retire(NINE.plusSeconds(1))).isFalse();
    window.recorded(null);

    assertThat(window.retire(NINE)).isFalse();
    assertThat(window.retire(NINE.plusSeconds(1))).isTrue();
    assertThat(decide(reading("c", 73, 3))).isEqualTo(new Decision.AskAnother());
  }

  @Test
  void devices_beyond_the_most_have_no_window() {
    Devices devices = new Devices(IngestBudget.STANDARD, 1, REMEMBERED);
    DeviceWindow first = devices.of(ADA, "one");

    assertThat(devices.of(ADA, "one")).isSameAs(first);
    assertThat(devices.of(ADA, "two")).isNull();
    devices.forgetSilent(NINE);
    assertThat(devices.of(ADA, "two")).isNotNull();
    assertThat(devices.count()).isEqualTo(1);
  }

  @Test
  void a_device_that_was_refused_takes_no_place() {
    Devices devices = new Devices(IngestBudget.STANDARD, 1, REMEMBERED);
    DeviceWindow refused = Objects.requireNonNull(devices.of(ADA, "one"));
    refused.decide(reading("a", 72, 0), true, NINE);
    devices.forget(ADA, "one");
    assertThat(devices.of(ADA, "two")).isNull();

    refused.failed(null);
    devices.forget(ADA, "one");

    assertThat(devices.of(ADA, "two")).isNotNull();
  }

  private Decision decide(ContinuousReading reading) {
    return window.decide(reading, true, NINE);
  }

  private void stands(ContinuousReading reading, long position) {
    decide(reading);
    window.recorded(anchor(reading, position));
  }

  private static MergedReadings carried(Decision decision) {
    Merging carried = Objects.requireNonNull(((Decision.Keep) decision).carried());
    return Objects.requireNonNull(carried.all());
  }

  private static Decision mergedInto(String id, long position, boolean again) {
    return new Decision.Merge(new ObservationId(id), position, again);
  }

  private static Anchor anchor(ContinuousReading reading, long position) {
    return new Anchor(
        reading.set().observationId(),
        STREAM,
        position,
        reading.key(),
        reading.reading(),
        MonitoringPlan.STANDARD,
        NINE);
  }

  private static ContinuousReading reading(String message, int pulse, int second) {
    VitalSigns values =
        new VitalSigns(
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            new Pulse(BigDecimal.valueOf(pulse)),
            null,
            null,
            Map.of());
    RecordVitalSigns set =
        new RecordVitalSigns(
            ADA,
            new ObservationId(message),
            values,
            NINE.plusSeconds(second),
            message,
            "monitor",
            null,
            NINE);
    return new ContinuousReading(
        set, Wishes.of(new CommandKey(message), message + ":" + pulse, NINE));
  }
}
