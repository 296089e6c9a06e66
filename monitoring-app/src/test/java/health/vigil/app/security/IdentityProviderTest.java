package health.vigil.app.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.oidc.OidcTenantConfig;
import io.quarkus.runtime.configuration.ConfigurationException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdentityProviderTest {
  private static final String ISSUER = "vigil.security.issuer";

  @Test
  void without_an_issuer_the_start_stops_with_one_sentence() {
    assertThatThrownBy(() -> tenant(Map.of()))
        .isInstanceOf(ConfigurationException.class)
        .hasMessage(
            "vigil.security.issuer is not set: it is the URL of the OpenID Connect issuer whose"
                + " tokens are taken.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://id.example.org/realms/hospital",
        "id.example.org",
        "ftp://127.0.0.1/",
        "http://127.0.0.2/",
        "http://localhost.example.org/",
        "http://localhost@id.example.org/",
        "https:///realms",
        "https://a b/"
      })
  void an_issuer_whose_keys_could_be_exchanged_on_their_way_is_refused(String issuer) {
    assertThatThrownBy(() -> tenant(Map.of(ISSUER, issuer)))
        .isInstanceOf(ConfigurationException.class)
        .hasMessage("vigil.security.issuer must be an https URL, or an http URL of this machine.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://id.example.org/realms/hospital",
        "http://127.0.0.1:8180/",
        "http://[::1]:8180/",
        "http://localhost:8180/realms/hospital"
      })
  void an_issuer_by_https_or_on_this_machine_is_taken(String issuer) {
    assertThat(tenant(Map.of(ISSUER, issuer)).authServerUrl()).hasValue(issuer);
  }

  @Test
  void no_redirect_leads_from_https_to_anywhere_else() {
    assertThat(tenant(Map.of(ISSUER, "https://id.example.org/")).followRedirects()).isFalse();
  }

  @Test
  void nothing_but_keys_is_asked_of_the_issuer() {
    OidcTenantConfig.Token token = tenant(Map.of(ISSUER, "http://127.0.0.1:8180/")).getToken();

    assertThat(token.allowJwtIntrospection()).isFalse();
    assertThat(token.allowOpaqueTokenIntrospection()).isFalse();
    assertThat(token.audience().orElseThrow()).containsExactly("vigil");
    assertThat(token.lifespanGrace()).hasValue(5);
  }

  @Test
  void an_issuer_is_what_the_configuration_says_to_the_letter() {
    IdentityProvider provider = provider(Map.of(ISSUER, "https://id.example.org/"));

    assertThat(provider.tenant().getToken().issuer()).hasValue("https://id.example.org/");
    provider.requireTrustworthy("https://id.example.org/", "https://id.example.org/jwks");
    provider.requireTrustworthy(null, "https://keys.example.org/jwks");
    for (String other : List.of("https://id.example.org", "https://evil.example.org/")) {
      assertThatThrownBy(() -> provider.requireTrustworthy(other, "https://id.example.org/jwks"))
          .isInstanceOf(ProviderAway.class)
          .hasMessageContaining("vigil.security.issuer")
          .hasMessageNotContaining(other);
    }
  }

  @Test
  void keys_that_could_be_exchanged_on_their_way_are_not_believed() {
    IdentityProvider provider = provider(Map.of(ISSUER, "https://id.example.org/"));

    for (String keys : Arrays.asList(null, "", "http://id.internal/jwks", "ftp://127.0.0.1/k")) {
      assertThatThrownBy(() -> provider.requireTrustworthy("https://id.example.org/", keys))
          .as(keys)
          .isInstanceOf(ProviderAway.class)
          .hasMessageContaining("jwks_uri");
    }
    provider.requireTrustworthy("https://id.example.org/", "http://127.0.0.1:8180/jwks");
  }

  @Test
  void keys_are_refreshed_no_oftener_than_they_may_be() {
    assertThatThrownBy(
            () ->
                tenant(
                    Map.of(
                        ISSUER,
                        "http://127.0.0.1:8180/",
                        "vigil.security.key-refresh-interval",
                        "10s",
                        "vigil.security.keys-refreshed-every",
                        "9s")))
        .hasMessage(
            "vigil.security.keys-refreshed-every must be vigil.security.key-refresh-interval or"
                + " more.");
  }

  @Test
  void clocks_may_not_differ_by_more_than_a_minute() {
    assertThatThrownBy(
            () ->
                tenant(
                    Map.of(ISSUER, "http://127.0.0.1:8180/", "vigil.security.clock-skew", "61s")))
        .hasMessage("vigil.security.clock-skew must be from 0s to 60s.");
  }

  private static OidcTenantConfig tenant(Map<String, String> properties) {
    return provider(properties).tenant();
  }

  private static IdentityProvider provider(Map<String, String> properties) {
    return new IdentityProvider(Configured.with(properties));
  }
}
