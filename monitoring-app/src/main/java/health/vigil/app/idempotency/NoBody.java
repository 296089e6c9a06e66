package health.vigil.app.idempotency;

/** Stands for the body of a request that has none. */
public enum NoBody {
  NONE
}
