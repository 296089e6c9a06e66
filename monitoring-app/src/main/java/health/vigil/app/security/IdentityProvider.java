package health.vigil.app.security;

import io.quarkus.oidc.Oidc;
import io.quarkus.oidc.OidcTenantConfig;
import io.quarkus.oidc.runtime.OidcTenantConfig.ApplicationType;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;

/**
 * The hospital's identity provider, whose tokens are taken. Its public keys are fetched at the
 * start and whenever a token names one that is not known; nothing else is asked of it.
 */
@Singleton
class IdentityProvider {
  private static final Duration WIDEST_SKEW = Duration.ofMinutes(1);
  private static final Set<String> SCHEMES = Set.of("http", "https");

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
        .token()
        .audience(configuration.audience())
        .subjectRequired()
        .lifespanGrace(skew())
        .forcedJwkRefreshInterval(configuration.keyRefreshInterval())
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

  /** Whoever can change what comes over plain http could be everybody. */
  private static boolean isTrustworthy(String issuer) {
    try {
      URI uri = URI.create(issuer);
      String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
      return uri.getHost() != null
          && SCHEMES.contains(scheme)
          && (scheme.equals("https") || InetAddress.getByName(uri.getHost()).isLoopbackAddress());
    } catch (IllegalArgumentException | UnknownHostException noUrl) {
      return false;
    }
  }

  private int skew() {
    Duration skew = configuration.clockSkew();
    if (skew.isNegative() || skew.compareTo(WIDEST_SKEW) > 0) {
      throw new ConfigurationException("vigil.security.clock-skew must be from 0s to 60s.");
    }
    return Math.toIntExact(skew.toSeconds());
  }
}
