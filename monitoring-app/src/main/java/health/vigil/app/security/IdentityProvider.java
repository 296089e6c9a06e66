package health.vigil.app.security;

import io.quarkus.oidc.Oidc;
import io.quarkus.oidc.OidcTenantConfig;
import io.quarkus.oidc.runtime.OidcTenantConfig.ApplicationType;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The hospital's identity provider, whose tokens are taken. Nothing is asked of it but its public
 * keys.
 */
@Singleton
class IdentityProvider {
  private static final Duration WIDEST_SKEW = Duration.ofMinutes(1);
  private static final Duration SHORTEST_INTERVAL = Duration.ofMillis(100);

  /** By these names alone: what another resolves to may change. */
  private static final Set<String> THIS_MACHINE = Set.of("127.0.0.1", "[::1]", "localhost");

  private final SecurityConfiguration configuration;

  IdentityProvider(SecurityConfiguration configuration) {
    this.configuration = configuration;
  }

  void connect(@Observes Oidc oidc) {
    oidc.create(tenant());
  }

  /**
   * @throws ConfigurationException with one sentence
   */
  OidcTenantConfig tenant() {
    return OidcTenantConfig.authServerUrl(issuer())
        .applicationType(ApplicationType.SERVICE)
        .roles()
        .roleClaimPath(configuration.groupsClaim())
        .end()
        .connectionTimeout(ProviderConnection.PATIENCE)
        // One could lead from https to plain http, and what is there would be believed.
        .followRedirects(false)
        .token()
        .issuer(issuer())
        .audience(configuration.audience())
        .subjectRequired()
        .lifespanGrace(skew())
        // Shorter than the interval at which we look ourselves, so that none of ours is left out.
        .forcedJwkRefreshInterval(keyRefreshInterval().dividedBy(2))
        // A token that is no JWT of a known key would be a request of ours to the provider each.
        .allowJwtIntrospection(false)
        .allowOpaqueTokenIntrospection(false)
        .verifyAccessTokenWithUserInfo(false)
        .end()
        .build();
  }

  private String issuer() {
    String issuer =
        configuration
            .issuer()
            .orElseThrow(
                () ->
                    new ConfigurationException(
                        "vigil.security.issuer is not set: it is the URL of the OpenID Connect"
                            + " issuer whose tokens are taken."));
    if (!isTrustworthy(issuer)) {
      throw new ConfigurationException(
          "vigil.security.issuer must be an https URL, or an http URL of this machine.");
    }
    return issuer;
  }

  /**
   * Whether what the provider says of itself may be believed.
   *
   * @param named the issuer, by its own document; null when it says none
   * @param keys where its keys are
   * @throws ProviderAway with the reason, when not
   */
  void requireTrustworthy(@Nullable String named, @Nullable String keys) {
    String issuer = issuer();
    if (named != null && !named.equals(issuer)) {
      throw new ProviderAway(
          "its discovery document names an issuer that is not vigil.security.issuer, to the letter");
    }
    if (keys == null || !isTrustworthy(keys)) {
      throw new ProviderAway(
          "the jwks_uri of its discovery document is neither an https URL nor an http URL of this"
              + " machine");
    }
  }

  /** Whoever can change what comes over plain http could be everybody. */
  private static boolean isTrustworthy(String address) {
    try {
      URI uri = URI.create(address);
      String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
      return uri.getHost() != null
          && (scheme.equals("https")
              || (scheme.equals("http") && THIS_MACHINE.contains(uri.getHost())));
    } catch (IllegalArgumentException noUrl) {
      return false;
    }
  }

  private Duration keyRefreshInterval() {
    Duration interval = configuration.keyRefreshInterval();
    if (interval.compareTo(SHORTEST_INTERVAL) < 0) {
      throw new ConfigurationException(
          "vigil.security.key-refresh-interval must be 100ms or more.");
    }
    if (configuration.keysRefreshedEvery().compareTo(interval) < 0) {
      throw new ConfigurationException(
          "vigil.security.keys-refreshed-every must be vigil.security.key-refresh-interval or"
              + " more.");
    }
    return interval;
  }

  private int skew() {
    Duration skew = configuration.clockSkew();
    if (skew.isNegative() || skew.compareTo(WIDEST_SKEW) > 0) {
      throw new ConfigurationException("vigil.security.clock-skew must be from 0s to 60s.");
    }
    return Math.toIntExact(skew.toSeconds());
  }
}
