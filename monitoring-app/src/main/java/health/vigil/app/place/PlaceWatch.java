package health.vigil.app.place;

import health.vigil.app.log.FollowedLog;
import health.vigil.app.log.Payloads;
import health.vigil.device.DeviceEvent;
import health.vigil.device.DeviceId;
import health.vigil.patient.PatientId;
import health.vigil.stay.StayEvent;
import health.vigil.store.EventLog;
import health.vigil.store.LogTail;
import health.vigil.store.RecordedEvent;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Follows the log from the first question on, and forgets what has changed, whichever node changed
 * it, and all when the log was restored. Only the few events that change it are read.
 */
@Singleton
class PlaceWatch {
  private static final Logger LOG = Logger.getLogger(PlaceWatch.class);
  private static final List<String> CHANGES =
      List.of(
          "PatientAdmitted",
          "PatientTransferred",
          "PatientDischarged",
          "DevicePaired",
          "DeviceReleased");
  private static final int BATCH = 500;

  /** A busy log is looked at so often. */
  private static final Duration LINGER = Duration.ofMillis(25);

  /** Who has not seen the end of the log for so long does not know what is in it. */
  static final Duration MAX_STALENESS = Duration.ofSeconds(2);

  private final EventLog log;
  private final Payloads payloads;
  private final Remembered remembered;
  private final FollowedLog followed;

  PlaceWatch(EventLog log, LogTail tail, Payloads payloads, Remembered remembered) {
    this.log = log;
    this.payloads = payloads;
    this.remembered = remembered;
    this.followed =
        new FollowedLog(
            "places-log",
            tail,
            LINGER,
            this::look,
            why -> LOG.warnf("Places are read from the log: %s.", why));
  }

  /**
   * Whether this node knows what the log held a moment ago; while it does not the log is asked each
   * time. The first question begins it.
   */
  boolean isFresh() {
    followed.begin(position -> remembered.forgetAll());
    return followed.isFresh(MAX_STALENESS);
  }

  @PreDestroy
  void stop() {
    followed.close();
  }

  private long look(long after, long upTo) {
    List<RecordedEvent> events = log.ofTypes(CHANGES, after, upTo, BATCH);
    events.forEach(event -> forget(payloads.read(event)));
    return events.size() < BATCH ? upTo : events.get(events.size() - 1).position();
  }

  private void forget(Object event) {
    if (event instanceof StayEvent stay) {
      forget(stay.patientId());
    } else if (event instanceof DeviceEvent pairing) {
      forget(pairing.device());
    }
  }

  private void forget(PatientId patient) {
    remembered.patients().forget(patient);
  }

  private void forget(DeviceId device) {
    remembered.devices().forget(device);
  }
}
