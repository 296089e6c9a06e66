package health.vigil.axon.example;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

public sealed interface ParcelCommand {

  record SendParcel(
      @TargetAggregateIdentifier ParcelId parcel, String label, BigDecimal weight, Instant due)
      implements ParcelCommand {}

  record DeliverParcel(@TargetAggregateIdentifier ParcelId parcel, Instant at)
      implements ParcelCommand {}

  record RemindCourier(@TargetAggregateIdentifier ParcelId parcel, String reason)
      implements ParcelCommand {}

  record TouchParcel(@TargetAggregateIdentifier ParcelId parcel, int times)
      implements ParcelCommand {}

  /** Handled outside the aggregates: all or none of them are forwarded. */
  record ForwardParcels(List<ParcelId> parcels, String to) implements ParcelCommand {
    /** A destination that gives each event a key of its own: itself and the parcel. */
    public static final String ONE_BY_ONE = "one by one ";
  }
}
