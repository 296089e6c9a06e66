package health.vigil.axon.example;

public record ShelfEntry(boolean there, String note, boolean delivered) {}
