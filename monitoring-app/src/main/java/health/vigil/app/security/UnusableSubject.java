package health.vigil.app.security;

/** A token that holds, but names its bearer in a way that can not be kept. */
class UnusableSubject extends SecurityException {
  @java.io.Serial private static final long serialVersionUID = 1L;
}
