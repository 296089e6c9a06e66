package health.vigil.axon.example;

import health.vigil.axon.example.ParcelCommand.ForwardParcels;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Repository;

class Forwarding {

  @CommandHandler
  void handle(ForwardParcels c, Repository<Parcel> parcels) {
    c.parcels().stream()
        .map(ParcelId::value)
        .sorted()
        .forEach(id -> parcels.load(id).execute(parcel -> parcel.forward(c.to())));
  }
}
