package health.vigil.app.ingest;

import health.vigil.app.log.FollowedLog;
import health.vigil.app.log.Payloads;
import health.vigil.patient.PatientId;
import health.vigil.store.EventLog;
import health.vigil.store.LogTail;
import health.vigil.store.RecordedEvent;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Follows the log from the first continuous reading on, and closes the windows of patients of whom
 * something else is recorded, by whichever node.
 */
@Singleton
class LogWatch {
  private static final Logger LOG = Logger.getLogger(LogWatch.class);
  private static final int BATCH = 500;
  private static final int CHANGES_REMEMBERED = 20_000;

  /** The streams whose events say something of a patient's readings. */
  private static final Set<String> OF_PATIENTS = Set.of("Monitoring", "Stay", "Patient");

  private final EventLog log;
  private final Payloads payloads;
  private final Devices devices;
  private final Duration maxStaleness;
  private final FollowedLog followed;
  private volatile @Nullable Changes changes;

  LogWatch(
      EventLog log,
      LogTail tail,
      Payloads payloads,
      Devices devices,
      BudgetConfiguration configuration) {
    this.log = log;
    this.payloads = payloads;
    this.devices = devices;
    this.maxStaleness = configuration.maxStaleness();
    this.followed =
        new FollowedLog(
            "ingest-log",
            tail,
            Duration.ZERO,
            this::look,
            why -> LOG.warnf("Readings are not merged: %s.", why));
  }

  /** Follows from now on, once the log can be seen. */
  void begin() {
    followed.begin(position -> changes = new Changes(CHANGES_REMEMBERED, position));
  }

  /** Whether this node knows what the log held a moment ago. While it does not all is recorded. */
  boolean isFresh() {
    return followed.isFresh(maxStaleness);
  }

  /** Closes the window of a reading that something was recorded after meanwhile. */
  void check(PatientId patient, String device, DeviceWindow window, long since) {
    Changes known = changes;
    if (known == null || known.after(since, patient, device)) {
      window.close(Long.MAX_VALUE);
    }
  }

  /** There may be more to look at. Never waits. */
  void wake() {
    followed.wake();
  }

  @PreDestroy
  void stop() {
    followed.close();
  }

  private long look(long after, long upTo) {
    Changes known = Objects.requireNonNull(changes);
    List<RecordedEvent> events = log.read(after, BATCH);
    events.forEach(event -> look(event, known));
    return events.isEmpty() ? after : events.get(events.size() - 1).position();
  }

  private void look(RecordedEvent event, Changes known) {
    if (OF_PATIENTS.contains(event.streamType())) {
      Concern.of(payloads.read(event)).ifPresent(of -> note(of, event.position(), known));
    }
  }

  /** What is noted first can not be missed by who opens a window at this moment. */
  private void note(Concern concern, long at, Changes known) {
    if (concern.device() == null) {
      known.of(concern.patient(), at);
      devices.close(concern.patient(), at);
    } else {
      known.of(concern.patient(), concern.device(), at);
      devices.close(concern.patient(), concern.device(), at);
    }
  }
}
