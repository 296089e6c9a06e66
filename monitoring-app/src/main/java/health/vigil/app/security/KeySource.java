package health.vigil.app.security;

import java.util.Set;

/** Where the keys come from by which tokens are verified. */
interface KeySource {
  /**
   * Fetches them, and verifies by them from now on; connects at first. Waits, a few seconds at
   * most.
   *
   * @return their ids
   * @throws RuntimeException when they can not be had or not be believed; then those of before hold
   */
  Set<String> fetch();
}
