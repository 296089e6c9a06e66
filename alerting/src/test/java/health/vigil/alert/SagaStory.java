package health.vigil.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.axonframework.test.saga.SagaTestFixture;

/**
 * A saga and the real alerts that it speaks to. The saga follows the log: what happens to alerts
 * reaches it after what was logged before, at once unless it lags.
 *
 * @param <T> the saga
 */
public final class SagaStory<T> {
  private final SagaTestFixture<T> saga;
  private final RealAlerts alerts;
  private final Instant start;
  private boolean lagging;
  private int delivered;

  private SagaStory(Class<T> type, RealAlerts alerts, Instant start) {
    this.saga = new SagaTestFixture<>(type);
    this.alerts = alerts;
    this.start = start;
    saga.registerResource(EscalationChains.STANDARD);
    saga.setCallbackBehavior(alerts);
    saga.givenCurrentTime(start);
  }

  public static <T> SagaStory<T> of(Class<T> type, Instant start) {
    return new SagaStory<>(type, new RealAlerts(), start);
  }

  /**
   * The process was killed before the saga had committed anything: the alerts are as they were, the
   * saga begins anew with the same log.
   */
  public SagaStory<T> afterKill(Class<T> type) {
    return new SagaStory<>(type, alerts, start);
  }

  /** The saga sees what happens to alerts only from {@link #catchesUp()} on. */
  public SagaStory<T> lags() {
    lagging = true;
    return this;
  }

  public SagaStory<T> catchesUp() {
    lagging = false;
    return deliver();
  }

  /** Time passes, deadlines fire. */
  public SagaStory<T> until(long minute) {
    try {
      saga.andThenTimeAdvancesTo(start.plus(Duration.ofMinutes(minute)));
    } catch (Exception e) {
      throw new AssertionError(e);
    }
    return deliver();
  }

  /** The log of that stream grows by an event. */
  public SagaStory<T> happens(String stream, Object event) {
    saga.andThenAggregate(stream).published(event);
    return deliver();
  }

  public SagaStory<T> acknowledged(AlertId alert, long minute) {
    alerts.acknowledge(alert, start.plus(Duration.ofMinutes(minute)));
    return deliver();
  }

  /** What happened to all alerts, as minutes and words. */
  public SagaStory<T> tells(String... story) {
    assertThat(alerts.story(start)).containsExactly(story);
    return this;
  }

  public List<AlertEvent> log() {
    return alerts.log();
  }

  public List<AlertId> alerts() {
    return alerts.log().stream().map(AlertEvent::alertId).distinct().toList();
  }

  public void leavesNothing() {
    saga.whenTimeElapses(Duration.ZERO).expectActiveSagas(0).expectNoScheduledDeadlines();
  }

  public void goesOn() {
    saga.whenTimeElapses(Duration.ZERO).expectActiveSagas(1);
  }

  public void waitsForNothing() {
    saga.whenTimeElapses(Duration.ZERO).expectNoScheduledDeadlines();
  }

  private SagaStory<T> deliver() {
    while (!lagging && delivered < alerts.log().size()) {
      AlertEvent event = alerts.log().get(delivered++);
      saga.andThenAggregate(event.alertId().value()).published(event);
    }
    return this;
  }
}
