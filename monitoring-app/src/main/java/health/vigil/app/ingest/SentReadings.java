package health.vigil.app.ingest;

import health.vigil.app.idempotency.Recorded;
import health.vigil.app.log.AppendFailures;
import health.vigil.app.problem.ProblemException;
import health.vigil.monitoring.MonitoringCommand.RecordReading;
import health.vigil.monitoring.MonitoringEvent.ReadingsMerged;
import health.vigil.monitoring.MonitoringEvent.VitalSignsRecorded;
import health.vigil.monitoring.MonitoringPlan;
import health.vigil.monitoring.Timeliness;
import health.vigil.monitoring.budget.MergedReadings;
import health.vigil.refusal.Refusal;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Sends readings of continuous devices to the log, and tells their windows what came of it. */
@Singleton
class SentReadings {
  private static final Logger LOG = Logger.getLogger(SentReadings.class);

  private final Devices devices;
  private final LogWatch log;
  private final Plans plans;
  private final Clock clock;

  SentReadings(Devices devices, LogWatch log, Plans plans, Clock clock) {
    this.devices = devices;
    this.log = log;
    this.plans = plans;
    this.clock = clock;
  }

  /** Records a reading and lets it stand for those to come. */
  Recorded record(Sending sending, DeviceWindow window) {
    ContinuousReading reading = sending.reading();
    Recorded recorded;
    try {
      recorded = reading.wish().send(new RecordReading(reading.set(), sending.said()));
    } catch (RuntimeException failure) {
      failed(sending, window, failure);
      throw failure;
    }
    if (isWithoutWhatItCarries(sending, recorded)) {
      window.failed(sending.carried());
    } else {
      window.recorded(anchorIfKnown(reading, recorded));
    }
    log.check(reading.set().patientId(), reading.device(), window, recorded.position());
    return recorded;
  }

  /**
   * What may have been recorded with what it carries must not be said with another: it waits until
   * that is known.
   */
  private void failed(Sending sending, DeviceWindow window, RuntimeException failure) {
    boolean isOpen = AppendFailures.isUnknown(failure) || (sending.isOpen() && !isFinal(failure));
    if (isOpen && sending.carried() != null) {
      window.unsettled(sending.open());
    } else {
      window.failed(sending.carried());
    }
    if (failure instanceof Refusal) {
      devices.forget(sending.reading().set().patientId(), sending.reading().device());
    }
  }

  /** Whether the reading will never be recorded; else it may be tried again. */
  static boolean isFinal(RuntimeException failure) {
    return failure instanceof Refusal
        || (failure instanceof ProblemException && !AppendFailures.isStalled(failure));
  }

  private static boolean isWithoutWhatItCarries(Sending sending, Recorded recorded) {
    return sending.said() != null
        && sending.reading().cameBefore(recorded)
        && !holds(recorded, sending.said());
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
    if (reading.cameBefore(recorded)
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

  private static boolean holds(Recorded recorded, MergedReadings said) {
    return recorded
        .find(ReadingsMerged.class)
        .filter(merged -> merged.observationId().equals(said.observationId()))
        .filter(merged -> merged.from().equals(said.from()) && merged.count() == said.count())
        .isPresent();
  }
}
