package health.vigil.synthea;

/** How large a Bundle may be. */
record BundleLimits(int bytes, int entries) {
  BundleLimits {
    if (bytes < 1_000 || entries < 1) {
      throw new IllegalArgumentException("a Bundle has 1000 bytes and 1 entry or more");
    }
  }
}
