package health.vigil.axon.example;

public class AlreadyDelivered extends RuntimeException {

  private static final long serialVersionUID = 1L;

  AlreadyDelivered(ParcelId parcel) {
    super(parcel + " is delivered already");
  }
}
