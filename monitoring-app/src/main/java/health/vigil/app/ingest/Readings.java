package health.vigil.app.ingest;

import health.vigil.app.idempotency.Recorded;
import health.vigil.app.idempotency.Wish;
import health.vigil.app.problem.Problem;
import health.vigil.app.problem.ProblemException;
import health.vigil.monitoring.MonitoringCommand.RecordVitalSigns;
import health.vigil.monitoring.MonitoringRules;
import jakarta.inject.Singleton;
import java.time.Clock;

/**
 * Takes sets and readings. A set is always recorded; of a device's stream of readings those that
 * say something new, and those of which this node can not know.
 */
@Singleton
public class Readings {
  private final Devices devices;
  private final LogWatch log;
  private final SentReadings sent;
  private final IngestMeters meters;
  private final MonitoringRules rules;
  private final Clock clock;
  private volatile boolean stopping;

  Readings(
      Devices devices,
      LogWatch log,
      SentReadings sent,
      IngestMeters meters,
      MonitoringRules rules,
      Clock clock) {
    this.devices = devices;
    this.log = log;
    this.sent = sent;
    this.meters = meters;
    this.rules = rules;
    this.clock = clock;
  }

  /** Records a set. */
  public Taken record(RecordVitalSigns set, Wish wish) {
    return recorded(wish.send(set), wish);
  }

  /**
   * Records a reading of a continuous device, or merges it.
   *
   * @param set it has a device
   * @throws ProblemException 422 when another reading was merged under its message id
   */
  public Taken take(RecordVitalSigns set, Wish wish) {
    ContinuousReading next = new ContinuousReading(set, wish);
    while (!isTooFarAhead(set)) {
      DeviceWindow window = devices.of(set.patientId(), next.device());
      if (window == null) {
        return record(set, wish);
      }
      log.begin();
      Decision decision = window.decide(next, mayMerge(next), clock.instant());
      if (!(decision instanceof Decision.AskAnother)) {
        return done(decision, next, window);
      }
    }
    return record(set, wish);
  }

  /** It is refused, and must not make those that are not look late. */
  private boolean isTooFarAhead(RecordVitalSigns set) {
    return set.measuredAt().isAfter(clock.instant().plus(rules.clockTolerance()));
  }

  private Taken done(Decision decision, ContinuousReading next, DeviceWindow window) {
    if (decision instanceof Decision.Merge merge) {
      return merged(merge);
    }
    if (decision instanceof Decision.Keep keep) {
      return recorded(sent.record(Sending.with(next, keep.carried()), window), next.wish());
    }
    if (decision instanceof Decision.Refuse) {
      throw new ProblemException(
          Problem.of(422, "key-reused", "The key was used for another request")
              .detail("Send a new key, or the same content as before."));
    }
    Recorded late = next.wish().send(next.set());
    window.close(late.position());
    return recorded(late, next.wish());
  }

  /** From now on every reading is recorded. */
  void mergeNoMore() {
    stopping = true;
  }

  private boolean mayMerge(ContinuousReading next) {
    return !stopping && !next.hasScore() && log.isFresh();
  }

  private Taken merged(Decision.Merge merge) {
    if (merge.again()) {
      meters.duplicate();
    } else {
      meters.merged();
    }
    return new Taken.MergedInto(merge.into(), merge.position());
  }

  private Taken recorded(Recorded recorded, Wish wish) {
    if (ContinuousReading.cameBefore(recorded, wish)) {
      meters.duplicate();
    } else {
      meters.recorded();
    }
    return new Taken.InTheLog(recorded);
  }
}
