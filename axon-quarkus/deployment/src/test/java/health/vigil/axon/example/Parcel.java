package health.vigil.axon.example;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import health.vigil.axon.command.Metadata;
import health.vigil.axon.example.ParcelCommand.DeliverParcel;
import health.vigil.axon.example.ParcelCommand.ForwardParcels;
import health.vigil.axon.example.ParcelCommand.RemindCourier;
import health.vigil.axon.example.ParcelCommand.SendParcel;
import health.vigil.axon.example.ParcelCommand.TouchParcel;
import health.vigil.axon.example.ParcelEvent.CourierReminded;
import health.vigil.axon.example.ParcelEvent.ParcelDelivered;
import health.vigil.axon.example.ParcelEvent.ParcelForwarded;
import health.vigil.axon.example.ParcelEvent.ParcelSent;
import health.vigil.axon.example.ParcelEvent.ParcelTouched;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.serialization.Revision;

@AggregateRoot
@Revision("1")
class Parcel {

  @AggregateIdentifier private ParcelId id;
  private boolean delivered;
  private int touched;

  Parcel() {}

  @CommandHandler
  Parcel(SendParcel c) {
    apply(new ParcelSent(c.parcel(), c.label(), c.weight(), c.due()));
  }

  @CommandHandler
  void handle(DeliverParcel c) {
    if (isDelivered()) {
      throw new AlreadyDelivered(id);
    }
    apply(new ParcelDelivered(id, c.at()));
  }

  @CommandHandler
  void handle(RemindCourier c) {
    if (isDelivered()) {
      throw new AlreadyDelivered(id);
    }
    apply(new CourierReminded(id, c.reason()));
  }

  @CommandHandler
  int handle(TouchParcel c) {
    for (int i = 0; i < c.times(); i++) {
      apply(new ParcelTouched(id, touched + 1));
    }
    return touched;
  }

  void forward(String to) {
    if (to.equals("nowhere")) {
      throw new AlreadyDelivered(id);
    }
    if (to.equals(ForwardParcels.ONE_BY_ONE)) {
      apply(new ParcelForwarded(id, to), MetaData.with(Metadata.COMMAND_KEY, to + id.value()));
    } else {
      apply(new ParcelForwarded(id, to));
    }
  }

  @EventSourcingHandler
  void on(ParcelSent e) {
    id = e.parcel();
  }

  @EventSourcingHandler
  void on(ParcelDelivered e) {
    delivered = true;
  }

  @EventSourcingHandler
  void on(ParcelTouched e) {
    touched = e.number();
  }

  /** Not a property: state is stored by field. */
  boolean isDelivered() {
    return delivered;
  }
}
