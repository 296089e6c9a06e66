package health.vigil.app.ingest;

import health.vigil.app.idempotency.Recorded;
import health.vigil.app.idempotency.Wish;
import health.vigil.app.problem.Problem;
import health.vigil.app.problem.ProblemException;
import health.vigil.monitoring.MonitoringCommand.RecordReading;
import health.vigil.monitoring.MonitoringCommand.RecordVitalSigns;
import health.vigil.monitoring.MonitoringEvent.ReadingsMerged;
import health.vigil.monitoring.MonitoringEvent.VitalSignsRecorded;
import health.vigil.monitoring.MonitoringPlan;
import health.vigil.monitoring.MonitoringRules;
import health.vigil.monitoring.Timeliness;
import health.vigil.monitoring.budget.MergedReadings;
import health.vigil.refusal.Refusal;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Objects;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Takes sets and readings. A set is always recorded; of a device's stream of readings those that
 * say something new, and those of which this node can not know.
 */
@Singleton
public class Readings {
  private static final Logger LOG = Logger.getLogger(Readings.class);

  private final Devices devices;
  private final LogWatch log;
  private final Plans plans;
  private final IngestMeters meters;
  private final MonitoringRules rules;
  private final Clock clock;
  private volatile boolean stopping;

  Readings(
      Devices devices,
      LogWatch log,
      Plans plans,
      IngestMeters meters,
      MonitoringRules rules,
      Clock clock) {
    this.devices = devices;
    this.log = log;
    this.plans = plans;
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
      DeviceWindow window = devices.of(set.patientId(), device(next));
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
      Merging carried = keep.carried();
      return recorded(
          record(next, carried, carried == null ? null : carried.all(), window), next.wish());
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

  /**
   * Records a reading and lets it stand for those to come.
   *
   * @param carried comes back when it can not be recorded, or when the reading was before
   * @param said of it, in short
   */
  Recorded record(
      ContinuousReading reading,
      @Nullable Merging carried,
      @Nullable MergedReadings said,
      DeviceWindow window) {
    Recorded recorded;
    try {
      recorded = reading.wish().send(new RecordReading(reading.set(), said));
    } catch (Refusal refused) {
      window.failed(carried);
      devices.forget(reading.set().patientId(), device(reading));
      throw refused;
    } catch (RuntimeException failure) {
      window.failed(carried);
      throw failure;
    }
    if (said != null && isRepeated(recorded, reading.wish()) && !holds(recorded, said)) {
      window.failed(carried);
    } else {
      window.recorded(anchorIfKnown(reading, recorded));
    }
    log.check(reading.set().patientId(), device(reading), window, recorded.position());
    return recorded;
  }

  /** From now on every reading is recorded. */
  void mergeNoMore() {
    stopping = true;
  }

  private static String device(ContinuousReading reading) {
    return Objects.requireNonNull(reading.set().device(), "a stream is of a device");
  }

  /** What is recorded stays so: without an anchor the next reading is recorded too. */
  private @Nullable Anchor anchorIfKnown(ContinuousReading reading, Recorded recorded) {
    try {
      return anchor(reading, recorded);
    } catch (RuntimeException unknown) {
      LOG.debug("The plan of a reading could not be read", unknown);
      return null;
    }
  }

  private @Nullable Anchor anchor(ContinuousReading reading, Recorded recorded) {
    VitalSignsRecorded event = recorded.the(VitalSignsRecorded.class);
    if (isRepeated(event, reading.wish())
        || event.assessment().timeliness() == Timeliness.CHARTED_ONLY) {
      return null;
    }
    MonitoringPlan plan = plans.of(event).orElse(null);
    return plan == null
        ? null
        : new Anchor(
            event.observationId(),
            event.monitoringId(),
            recorded.position(),
            reading.key(),
            reading.reading(),
            plan,
            clock.instant());
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
    if (isRepeated(recorded.the(VitalSignsRecorded.class), wish)) {
      meters.duplicate();
    } else {
      meters.recorded();
    }
    return new Taken.InTheLog(recorded);
  }

  private static boolean isRepeated(Recorded recorded, Wish wish) {
    return recorded
        .find(VitalSignsRecorded.class)
        .filter(event -> isRepeated(event, wish))
        .isPresent();
  }

  private static boolean holds(Recorded recorded, MergedReadings said) {
    return recorded
        .find(ReadingsMerged.class)
        .filter(merged -> merged.observationId().equals(said.observationId()))
        .filter(merged -> merged.from().equals(said.from()) && merged.count() == said.count())
        .isPresent();
  }

  /** What was recorded under this key before bears the time of then. */
  private static boolean isRepeated(VitalSignsRecorded event, Wish wish) {
    return !event.at().equals(wish.received().at());
  }
}
