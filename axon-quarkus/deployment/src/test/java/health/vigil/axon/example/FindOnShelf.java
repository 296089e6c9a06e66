package health.vigil.axon.example;

public record FindOnShelf(ParcelId parcel) {}
