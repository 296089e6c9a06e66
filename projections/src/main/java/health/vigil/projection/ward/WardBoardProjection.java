package health.vigil.projection.ward;

import health.vigil.alert.AlertEvent;
import health.vigil.alert.AlertEvent.AlertAcknowledged;
import health.vigil.alert.AlertEvent.AlertDowngraded;
import health.vigil.alert.AlertEvent.AlertEnded;
import health.vigil.alert.AlertEvent.AlertLatched;
import health.vigil.alert.AlertEvent.AlertRaised;
import health.vigil.alert.AlertEvent.AlertReturned;
import health.vigil.alert.AlertEvent.AlertUpgraded;
import health.vigil.alert.Presence;
import health.vigil.monitoring.MonitoringEvent.MonitoringPlanSet;
import health.vigil.monitoring.MonitoringEvent.MonitoringStarted;
import health.vigil.monitoring.MonitoringEvent.ObservationCorrected;
import health.vigil.monitoring.MonitoringEvent.ObservationRetracted;
import health.vigil.monitoring.MonitoringEvent.VitalSignsRecorded;
import health.vigil.projection.Progress;
import health.vigil.stay.StayEvent.PatientAdmitted;
import health.vigil.stay.StayEvent.PatientDischarged;
import health.vigil.stay.StayEvent.StayPaused;
import health.vigil.stay.StayId;
import health.vigil.ward.BedEvent.BedOccupied;
import health.vigil.ward.BedEvent.BedVacated;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.TrackingToken;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the ward board. A bed knows its stay and the rest belongs to the stay, so that a transfer
 * or a swap moves a patient with all that is known, in whatever order its facts lie in the log.
 * Facts about a stay that is over change nothing.
 */
@ProcessingGroup(WardBoardProjection.GROUP)
class WardBoardProjection {
  static final String GROUP = "ward-board";

  @EventHandler
  void on(BedOccupied event, TrackingToken token) {
    BoardBed bed = BoardBed.of(event.bed());
    bed.stay = event.stayId().value();
    bed.position = Progress.reached(GROUP, token);
  }

  @EventHandler
  void on(BedVacated event, TrackingToken token) {
    BoardBed bed = BoardBed.of(event.bed());
    bed.position = Progress.reached(GROUP, token);
    // In a swap the next patient may be in the bed already.
    if (event.stayId().value().equals(bed.stay)) {
      bed.stay = null;
    }
  }

  @EventHandler
  void on(PatientAdmitted event, TrackingToken token) {
    BoardStay stay = BoardStay.begin(event.stayId(), event.patientId(), event.admittedAt());
    stay.position = Progress.reached(GROUP, token);
  }

  @EventHandler
  void on(StayPaused event, TrackingToken token) {
    change(
        event.stayId(),
        token,
        stay -> {
          stay.pausedUntil = event.until();
          stay.pauseReason = event.reason();
        });
  }

  @EventHandler
  void on(PatientDischarged event, TrackingToken token) {
    change(event.stayId(), token, BoardStay::delete);
  }

  @EventHandler
  void on(MonitoringStarted event, TrackingToken token) {
    if (event.stayId() != null) {
      BoardStay stay = BoardStay.begin(event.stayId(), event.patientId(), event.since());
      stay.nextObservationDue = event.nextObservationDue();
      stay.position = Progress.reached(GROUP, token);
    }
  }

  @EventHandler
  void on(MonitoringPlanSet event, TrackingToken token) {
    change(
        event.stayId(),
        token,
        stay -> {
          stay.spo2Scale = event.plan().spo2Scale();
          stay.scoring = event.plan().scoring();
          stay.planRevision = event.planRevision();
          stay.show(event.status());
        });
  }

  @EventHandler
  void on(VitalSignsRecorded event, TrackingToken token) {
    change(
        event.stayId(),
        token,
        stay ->
            stay.keep(
                event.observationId(),
                event.measuredAt(),
                event.assessment(),
                event.values(),
                event.status()));
  }

  @EventHandler
  void on(ObservationCorrected event, TrackingToken token) {
    change(
        event.stayId(),
        token,
        stay ->
            stay.keep(
                event.observationId(),
                event.measuredAt(),
                event.assessment(),
                event.values(),
                event.status()));
  }

  @EventHandler
  void on(ObservationRetracted event, TrackingToken token) {
    change(
        event.stayId(),
        token,
        stay -> {
          stay.recent = stay.recent.without(event.observationId());
          stay.show(event.status());
        });
  }

  @EventHandler
  void on(AlertRaised event, TrackingToken token) {
    change(event.stayId(), token, stay -> stay.alerts = stay.alerts.with(event));
  }

  @EventHandler
  void on(AlertReturned event, TrackingToken token) {
    changeAlert(event, token, alert -> alert.at(event.priority()).being(Presence.ON));
  }

  @EventHandler
  void on(AlertUpgraded event, TrackingToken token) {
    changeAlert(event, token, alert -> alert.at(event.priority()).being(Presence.ON));
  }

  @EventHandler
  void on(AlertDowngraded event, TrackingToken token) {
    changeAlert(event, token, alert -> alert.at(event.priority()));
  }

  @EventHandler
  void on(AlertLatched event, TrackingToken token) {
    changeAlert(event, token, alert -> alert.being(Presence.LATCHED));
  }

  @EventHandler
  void on(AlertAcknowledged event, TrackingToken token) {
    changeAlert(event, token, alert -> alert.being(Presence.ACK));
  }

  @EventHandler
  void on(AlertEnded event, TrackingToken token) {
    change(event.stayId(), token, stay -> stay.alerts = stay.alerts.without(event.alertId()));
  }

  private static void changeAlert(
      AlertEvent event, TrackingToken token, UnaryOperator<OpenAlerts.OpenAlert> change) {
    change(
        event.stayId(), token, stay -> stay.alerts = stay.alerts.changing(event.alertId(), change));
  }

  private static void change(
      @Nullable StayId stayId, TrackingToken token, Consumer<BoardStay> change) {
    long position = Progress.reached(GROUP, token);
    BoardStay stay = BoardStay.find(stayId);
    if (stay != null) {
      stay.position = position;
      change.accept(stay);
    }
  }
}
