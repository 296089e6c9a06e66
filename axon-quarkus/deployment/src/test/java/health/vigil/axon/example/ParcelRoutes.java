package health.vigil.axon.example;

import health.vigil.axon.example.ParcelCommand.SendParcel;
import health.vigil.axon.processor.ProcessorPositions;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.queryhandling.QueryGateway;

/** Sends a parcel and answers what the shelf says about it. */
@Singleton
class ParcelRoutes {

  private final CommandGateway commands;
  private final QueryGateway queries;
  private final ProcessorPositions positions;

  ParcelRoutes(CommandGateway commands, QueryGateway queries, ProcessorPositions positions) {
    this.commands = commands;
    this.queries = queries;
    this.positions = positions;
  }

  void register(@Observes Router router) {
    Objects.requireNonNull(router.get("/parcels/:parcel").blockingHandler(this::send));
  }

  private void send(RoutingContext context) {
    ParcelId parcel = new ParcelId(context.pathParam("parcel"));
    commands.sendAndWait(
        new SendParcel(
            parcel, parcel.value(), BigDecimal.ONE, Instant.parse("2100-01-01T00:00:00Z")));
    boolean shown = positions.await("parcel-shelf", positions.head(), Duration.ofSeconds(20));
    String note = queries.query(new FindOnShelf(parcel), ShelfEntry.class).join().note();
    Objects.requireNonNull(context.response().end(shown ? note : "not shown"));
  }
}
