package health.vigil.axon.example;

import com.fasterxml.jackson.annotation.JsonTypeName;
import java.math.BigDecimal;
import java.time.Instant;
import org.axonframework.serialization.Revision;

public sealed interface ParcelEvent {

  ParcelId parcel();

  @JsonTypeName("ParcelSent")
  @Revision("1")
  record ParcelSent(ParcelId parcel, String label, BigDecimal weight, Instant due)
      implements ParcelEvent {}

  @JsonTypeName("ParcelDelivered")
  @Revision("1")
  record ParcelDelivered(ParcelId parcel, Instant at) implements ParcelEvent {}

  @JsonTypeName("ParcelForwarded")
  @Revision("2")
  record ParcelForwarded(ParcelId parcel, String to) implements ParcelEvent {}

  @JsonTypeName("CourierReminded")
  @Revision("1")
  record CourierReminded(ParcelId parcel, String reason) implements ParcelEvent {}

  @JsonTypeName("ParcelTouched")
  @Revision("1")
  record ParcelTouched(ParcelId parcel, int number) implements ParcelEvent {}
}
