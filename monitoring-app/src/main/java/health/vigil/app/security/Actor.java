package health.vigil.app.security;

/**
 * Who acts.
 *
 * @param id of the person or device
 * @param client the application that sent the request; idempotency keys are scoped to it
 */
public record Actor(String id, String client) {}
