package health.vigil.store;

/**
 * Stands for an event that an upcaster took away, where it was the last of what was read together:
 * nobody handles it, and the token of whoever reads moves past it.
 */
public record PassedOver() {}
