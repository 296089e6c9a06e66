package health.vigil.monitoring;

/** A NEWS2 total that arrived with a set from outside: kept, compared, never trusted. */
public record ExternalScore(int total) {}
