package health.vigil.overdue;

import static health.vigil.overdue.ObservationWatch.OVERDUE;
import static org.assertj.core.api.Assertions.assertThat;

import health.vigil.alert.Escalation;
import health.vigil.alert.EscalationChains;
import health.vigil.alert.EscalationDue;
import health.vigil.alert.KeptState;
import health.vigil.alert.RealAlerts;
import health.vigil.monitoring.CurrentStatus;
import health.vigil.monitoring.ObservationId;
import health.vigil.monitoring.score.Band;
import health.vigil.monitoring.score.OxygenSaturationScale;
import health.vigil.monitoring.score.Score;
import health.vigil.patient.PatientId;
import health.vigil.stay.StayId;
import health.vigil.ward.BedId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.deadline.DeadlineMessage;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.test.deadline.ScheduledDeadlineInfo;
import org.axonframework.test.deadline.StubDeadlineManager;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
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

  private final List<String> sent = new ArrayList<>();

  @BeforeEach
  void commandsAreNoted() {
    means.commands().registerDispatchInterceptor(messages -> (place, command) -> noted(command));
  }

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

  @Test
  void anAlertIsLedToByTheLastThatSaidWhenTheNextIsDue() throws Exception {
    handling(event("admission", "clerk"), () -> watch.expect(minute(60), START, means));
    handling(event("first set", "A"), () -> watch.follow(dueAt(90), minute(30), means));
    handling(event("second set", "B"), () -> watch.follow(dueAt(120), minute(60), means));
    fires(OVERDUE);
    handling(event("third set", "C"), () -> watch.follow(dueAt(150), minute(90), means));
    fires(OVERDUE);
    fires(OVERDUE);

    assertThat(sent).containsExactly("RaiseAlert after third set by C");
    fires(Escalation.DUE);
    assertThat(sent).endsWith("EscalateAlert after third set by C");
  }

  @Test
  void whoEndsTheSilenceIsNotToldToHaveLedToTheAlert() throws Exception {
    handling(event("admission", "clerk"), () -> watch.expect(minute(60), START, means));
    handling(event("high", "device"), () -> watch.follow(high(90), minute(60), means));
    handling(event("next set", "A"), () -> watch.follow(high(240), minute(210), means));

    assertThat(sent)
        .containsExactly(
            "RaiseAlert after high by device",
            "UpgradeAlert after high by device",
            "ClearAlert after next set by A");
  }

  /** Nobody is named where what led to it has no actor. */
  @Test
  void theActorOfAnotherMessageIsNotHandedOn() throws Exception {
    handling(event("admission", null), () -> watch.expect(minute(60), START, means));
    handling(event("first set", "A"), () -> watch.follow(dueAt(240), minute(210), means));

    assertThat(sent)
        .containsExactly("RaiseAlert after admission by null", "ClearAlert after first set by A");
  }

  private void fires(String name) throws Exception {
    ScheduledDeadlineInfo next =
        deadlines.getScheduledDeadlines().stream()
            .filter(deadline -> deadline.getDeadlineName().equals(name))
            .findFirst()
            .orElseThrow();
    DeadlineMessage<?> deadline = next.deadlineMessage();
    deadlines.cancelSchedule(name, next.getScheduleId());
    Runnable handler =
        deadline.getPayload() instanceof ObservationOverdue overdue
            ? () -> watch.wake(overdue, means)
            : () -> watch.escalate((EscalationDue) deadline.getPayload(), means);
    handling(deadline, handler);
  }

  /** Hands on as the application does: an event itself as cause, a deadline what it carries. */
  private static void handling(Message<?> message, Runnable handler) throws Exception {
    UnitOfWork<?> work = DefaultUnitOfWork.startAndGet(message);
    work.registerCorrelationDataProvider(Message::getMetaData);
    KeptState.inSaga(handler);
    work.commit();
  }

  private static Message<?> event(String name, @Nullable String actor) {
    Map<String, String> data = new HashMap<>(Map.of("causationId", name));
    if (actor != null) {
      data.put("actor", actor);
    }
    return new GenericMessage<>(name, data);
  }

  private CommandMessage<?> noted(CommandMessage<?> command) {
    sent.add(
        command.getPayloadType().getSimpleName()
            + " after "
            + command.getMetaData().get("causationId")
            + " by "
            + command.getMetaData().get("actor"));
    return command;
  }

  private static CurrentStatus high(int minute) {
    Score score =
        new Score(
            "NEWS2",
            "2017",
            "1",
            OxygenSaturationScale.SCALE_1,
            true,
            8,
            Band.HIGH,
            Map.of(),
            List.of(),
            null);
    Instant due = minute(minute);
    return new CurrentStatus(
        new ObservationId("set"), due.minus(Duration.ofMinutes(30)), score, due);
  }

  private static CurrentStatus dueAt(int minute) {
    return new CurrentStatus(null, null, null, minute(minute));
  }

  private static Instant minute(int minute) {
    return START.plus(Duration.ofMinutes(minute));
  }
}
