package health.vigil.app.security;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Whose tokens are taken, and what their groups mean. */
@ConfigMapping(prefix = "vigil.security")
interface SecurityConfiguration {
  /** The URL of the OpenID Connect issuer, under which its discovery document stands. */
  Optional<String> issuer();

  /** What must be among the audiences of a token. */
  @WithDefault("vigil")
  String audience();

  /** The claim with the groups; slashes lead into objects. */
  @WithDefault("groups")
  String groupsClaim();

  /**
   * Groups that begin so name a role themselves, such as {@code vigil:nurse:A}; none when empty.
   */
  @WithDefault("vigil:")
  Optional<String> groupPrefix();

  /** What other groups mean, such as {@code nurse:A,nurse:B}. */
  Map<String, List<String>> groups();

  /** How far the clock of the issuer may differ. */
  @WithDefault("5s")
  Duration clockSkew();

  /**
   * How long after one look for new keys the next may follow: when a token names an unknown one, or
   * the issuer did not answer.
   */
  @WithDefault("1s")
  Duration keyRefreshInterval();

  /** How often the keys are fetched anew: a key that is withdrawn is believed no longer. */
  @WithDefault("5m")
  Duration keysRefreshedEvery();
}
