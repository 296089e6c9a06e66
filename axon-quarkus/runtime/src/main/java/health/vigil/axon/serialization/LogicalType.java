package health.vigil.axon.serialization;

/** A type as the store names it: the name and revision are kept for ever, the class may move. */
public record LogicalType(String name, String revision, Class<?> type) {}
