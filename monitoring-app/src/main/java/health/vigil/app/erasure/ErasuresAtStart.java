package health.vigil.app.erasure;

import health.vigil.axon.BeforeHandling;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.inject.Singleton;

/**
 * Applies every erasure again before anything is handled or served: a node may have died between
 * the event and the key, and a backup of the database or of its keys may be from before it. What
 * fails makes health down and keeps nobody from being watched: {@link ErasureWatch} goes on.
 */
@Singleton
class ErasuresAtStart implements BeforeHandling {
  private final RequiredLedger ledger;
  private final NotedErasures noted;
  private final FollowedErasures followed;
  private final ErasedInLog log;
  private final ErasureTroubles troubles;
  private final ErasureConfiguration configuration;

  ErasuresAtStart(
      RequiredLedger ledger,
      NotedErasures noted,
      FollowedErasures followed,
      ErasedInLog log,
      ErasureTroubles troubles,
      ErasureConfiguration configuration) {
    this.ledger = ledger;
    this.noted = noted;
    this.followed = followed;
    this.log = log;
    this.troubles = troubles;
    this.configuration = configuration;
  }

  /**
   * @throws ConfigurationException with one sentence when every erasure is required to be applied
   *     and one is not, or there is no ledger to tell
   */
  @Override
  public void require() {
    long head = log.head();
    ledger.require(head);
    noted.apply();
    followed.upTo(head);
    if (configuration.required() && !troubles.sentences().isEmpty()) {
      throw new ConfigurationException(
          "vigil.erasure.required forbids to start: " + String.join(" ", troubles.sentences()));
    }
  }
}
