package health.vigil.overdue;

import static org.assertj.core.api.Assertions.assertThat;

import health.vigil.alert.EscalationChains;
import health.vigil.alert.KeptState;
import health.vigil.alert.RealAlerts;
import health.vigil.monitoring.CurrentStatus;
import health.vigil.patient.PatientId;
import health.vigil.stay.StayId;
import health.vigil.ward.BedId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.axonframework.test.deadline.ScheduledDeadlineInfo;
import org.axonframework.test.deadline.StubDeadlineManager;
import org.junit.jupiter.api.Test;

class ObservationWatchTest {
  private static final Instant START = Instant.parse("2026-11-23T08:00:00Z");

  private final StubDeadlineManager deadlines = new StubDeadlineManager(START);
  private final Means means =
      new Means(new RealAlerts().gateway(), deadlines, EscalationChains.STANDARD);
  private final ObservationWatch watch =
      new ObservationWatch(
          new PatientId("7f3c1f5e-0000-4000-8000-000000000001"),
          new StayId("7f3c1f5e-0000-4000-8000-000000000002"),
          new BedId("bed:5-west/12"),
          START);

  @Test
  void setsThatComeInTimeSetNoNewDeadlines() throws Exception {
    KeptState.inSaga(
        () -> {
          watch.expect(minute(60), START, means);
          List<ScheduledDeadlineInfo> first = deadlines.getScheduledDeadlines();
          for (int minute = 1; minute < 60; minute++) {
            watch.follow(dueAt(minute + 60), minute(minute), means);
          }
          assertThat(deadlines.getScheduledDeadlines()).isEqualTo(first).hasSize(1);
        });
  }

  @Test
  void aDeadlineThatWasPutOffIsSetAgainWhenItFires() throws Exception {
    KeptState.inSaga(
        () -> {
          watch.expect(minute(60), START, means);
          watch.follow(dueAt(90), minute(30), means);
          watch.wake(new ObservationOverdue(minute(66)), means);
          assertThat(deadlines.getScheduledDeadlines())
              .extracting(ScheduledDeadlineInfo::getScheduleTime)
              .contains(minute(99));
        });
  }

  @Test
  void oneThatIsDueSoonerIsSetAtOnce() throws Exception {
    KeptState.inSaga(
        () -> {
          watch.expect(minute(60), START, means);
          watch.follow(dueAt(31), minute(1), means);
          assertThat(deadlines.getScheduledDeadlines())
              .extracting(ScheduledDeadlineInfo::getScheduleTime)
              .containsExactly(minute(36));
        });
  }

  private static CurrentStatus dueAt(int minute) {
    return new CurrentStatus(null, null, null, minute(minute));
  }

  private static Instant minute(int minute) {
    return START.plus(Duration.ofMinutes(minute));
  }
}
