package health.vigil.axon;

/**
 * What has to hold before any command, query or event is handled here. It is looked at once, while
 * the application starts: at that moment whoever looks may send commands and queries, from the
 * thread at hand, and nobody else.
 */
@FunctionalInterface
public interface BeforeHandling {
  /** Returns when it holds; what it throws stops the start. */
  void require();
}
