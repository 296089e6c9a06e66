package health.vigil.app.security;

/** Nobody can say whether a token holds: the identity provider does not answer. */
class ProviderAway extends RuntimeException {
  @java.io.Serial private static final long serialVersionUID = 1L;

  ProviderAway(String reason) {
    super(reason);
  }

  ProviderAway(String reason, Throwable cause) {
    super(reason, cause);
  }
}
