package health.vigil.axon.example;

import health.vigil.axon.example.ParcelCommand.RemindCourier;
import health.vigil.axon.example.ParcelEvent.CourierReminded;
import health.vigil.axon.example.ParcelEvent.ParcelDelivered;
import health.vigil.axon.example.ParcelEvent.ParcelSent;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.deadline.DeadlineManager;
import org.axonframework.deadline.annotation.DeadlineHandler;
import org.axonframework.eventhandling.gateway.EventGateway;
import org.axonframework.modelling.saga.EndSaga;
import org.axonframework.modelling.saga.SagaEventHandler;
import org.axonframework.modelling.saga.StartSaga;
import org.jspecify.annotations.Nullable;

@ProcessingGroup("parcel-watch")
class WhenParcelIsLateThenRemind {

  static final String LATE = "parcel is late";

  private @Nullable ParcelId parcel;
  private @Nullable String deadline;

  @SuppressWarnings("unused") // state that is only stored
  private int reminders;

  @StartSaga
  @SagaEventHandler(associationProperty = "parcel")
  void on(
      ParcelSent e,
      DeadlineManager deadlines,
      CommandGateway commands,
      EventGateway events,
      Faults faults) {
    parcel = e.parcel();
    deadline = deadlines.schedule(e.due(), LATE, new Lateness(e.parcel()));
    if (e.label().startsWith("fragile")) {
      commands.sendAndWait(new RemindCourier(e.parcel(), "fragile"));
      commands.sendAndWait(new RemindCourier(e.parcel(), "really fragile"));
    }
    if (e.label().startsWith("careless")) {
      @SuppressWarnings("unused") // what must not go unnoticed
      var ignored = commands.send(new RemindCourier(new ParcelId("nobody's"), "lost"));
    }
    if (e.label().startsWith("rogue")) {
      events.publish(new CourierReminded(e.parcel(), "directly"));
    }
    faults.at("watch/" + e.label());
  }

  @SagaEventHandler(associationProperty = "parcel")
  void on(CourierReminded e) {
    reminders++;
  }

  @DeadlineHandler(deadlineName = LATE)
  void late(Lateness lateness, CommandGateway commands, Faults faults) {
    commands.sendAndWait(new RemindCourier(lateness.parcel(), "late"));
    faults.at("late/" + lateness.parcel());
  }

  @EndSaga
  @SagaEventHandler(associationProperty = "parcel")
  void on(ParcelDelivered e, DeadlineManager deadlines) {
    if (deadline != null) {
      deadlines.cancelSchedule(LATE, deadline);
    }
  }

  /** Not a property: state is stored by field. */
  boolean isWatching() {
    return parcel != null;
  }

  record Lateness(ParcelId parcel) {}
}
