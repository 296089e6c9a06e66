package health.vigil.projection.alert;

import health.vigil.alert.AlertEvent;
import health.vigil.alert.AlertEvent.AlertAcknowledged;
import health.vigil.alert.AlertEvent.AlertDowngraded;
import health.vigil.alert.AlertEvent.AlertEnded;
import health.vigil.alert.AlertEvent.AlertEscalated;
import health.vigil.alert.AlertEvent.AlertLatched;
import health.vigil.alert.AlertEvent.AlertMoved;
import health.vigil.alert.AlertEvent.AlertRaised;
import health.vigil.alert.AlertEvent.AlertReturned;
import health.vigil.alert.AlertEvent.AlertUpgraded;
import health.vigil.alert.Presence;
import health.vigil.projection.Progress;
import java.util.function.Consumer;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.jspecify.annotations.Nullable;

/** Keeps the alert inbox. An open alert follows its patient to another bed. */
@ProcessingGroup(AlertInboxProjection.GROUP)
class AlertInboxProjection {
  static final String GROUP = "alert-inbox";

  @EventHandler
  void on(AlertRaised event, TrackingToken token) {
    AlertRow row = AlertRow.begin(event);
    row.position = Progress.reached(GROUP, token);
    row.persist();
  }

  @EventHandler
  void on(AlertReturned event, TrackingToken token) {
    change(
        event,
        token,
        row -> {
          row.be(Presence.ON);
          row.rest(event.priority(), event.cause());
        });
  }

  @EventHandler
  void on(AlertUpgraded event, TrackingToken token) {
    change(
        event,
        token,
        row -> {
          row.be(Presence.ON);
          row.rest(event.priority(), event.cause());
          row.tell(event.step());
          row.acknowledge(null, null);
        });
  }

  @EventHandler
  void on(AlertDowngraded event, TrackingToken token) {
    change(event, token, row -> row.rest(event.priority(), event.cause()));
  }

  @EventHandler
  void on(AlertLatched event, TrackingToken token) {
    change(event, token, row -> row.be(Presence.LATCHED));
  }

  @EventHandler
  void on(AlertMoved event, TrackingToken token) {
    change(event, token, row -> row.lieIn(event.bed()));
  }

  @EventHandler
  void on(AlertEscalated event, TrackingToken token) {
    change(event, token, row -> row.tellFurther(event.step()));
  }

  @EventHandler
  void on(
      AlertAcknowledged event,
      TrackingToken token,
      @MetaDataValue("actor") @Nullable String actor) {
    change(
        event,
        token,
        row -> {
          row.be(Presence.ACK);
          row.acknowledge(event.at(), actor);
        });
  }

  @EventHandler
  void on(AlertEnded event, TrackingToken token) {
    change(
        event,
        token,
        row -> {
          row.be(Presence.OFF);
          row.endedAt = event.at();
          row.endReason = event.reason();
        });
  }

  private static void change(AlertEvent event, TrackingToken token, Consumer<AlertRow> change) {
    long position = Progress.reached(GROUP, token);
    AlertRow row = AlertRow.find(event.alertId());
    if (row != null) {
      row.position = position;
      change.accept(row);
    }
  }
}
