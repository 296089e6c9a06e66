package health.vigil.app.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.oidc.OidcTenantConfig;
import io.quarkus.runtime.configuration.ConfigurationException;
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
        "http://localhost:8180/realms/hospital"
      })
  void an_issuer_by_https_or_on_this_machine_is_taken(String issuer) {
    assertThat(tenant(Map.of(ISSUER, issuer)).authServerUrl()).hasValue(issuer);
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
  void clocks_may_not_differ_by_more_than_a_minute() {
    assertThatThrownBy(
            () ->
                tenant(
                    Map.of(ISSUER, "http://127.0.0.1:8180/", "vigil.security.clock-skew", "61s")))
        .hasMessage("vigil.security.clock-skew must be from 0s to 60s.");
  }

  private static OidcTenantConfig tenant(Map<String, String> properties) {
    return new IdentityProvider(Configured.with(properties)).tenant();
  }
}
