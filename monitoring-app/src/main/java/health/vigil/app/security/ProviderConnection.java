package health.vigil.app.security;

import health.vigil.app.security.KeySetAnswers.Answer;
import io.quarkus.oidc.OidcConfigurationMetadata;
import io.quarkus.oidc.runtime.TenantConfigBean;
import io.quarkus.oidc.runtime.TenantConfigContext;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Set;

/**
 * The connection to the identity provider. It is made by whoever fetches keys, which no request
 * does. To be asked by one thread at a time.
 */
@Singleton
class ProviderConnection implements KeySource {
  /** Who does not answer for so long is away. */
  static final Duration PATIENCE = Duration.ofSeconds(5);

  /** A token of no key. To check it makes the library look for new ones, which no call does. */
  private static final String OF_NO_KEY = "eyJhbGciOiJSUzI1NiIsImtpZCI6Im5vbmUifQ.e30.AA";

  private final TenantConfigBean tenants;
  private final KeySetAnswers answers;
  private final IdentityProvider provider;
  private long taken;

  ProviderConnection(TenantConfigBean tenants, KeySetAnswers answers, IdentityProvider provider) {
    this.tenants = tenants;
    this.answers = answers;
    this.provider = provider;
  }

  @Override
  public Set<String> fetch() {
    TenantConfigContext tenant = tenants.getDefaultTenant();
    if (!tenant.ready()) {
      wait(tenant.initialize());
    }
    OidcConfigurationMetadata metadata = tenant.getOidcMetadata();
    provider.requireTrustworthy(metadata.getIssuer(), metadata.getJsonWebKeySetUri());
    if (taken > 0 || answers.last().number() == 0) {
      refresh(tenant);
    }
    return take().ids();
  }

  private static void refresh(TenantConfigContext tenant) {
    wait(
        tenant
            .provider()
            .refreshJwksAndVerifyJwtToken(OF_NO_KEY, false, false, null)
            .onItemOrFailure()
            .transform((nobody, asExpected) -> null));
  }

  private Answer take() {
    Answer answer = answers.last();
    if (answer.number() == taken) {
      throw new ProviderAway("its keys could not be fetched");
    }
    taken = answer.number();
    return answer;
  }

  private static void wait(Uni<?> step) {
    try {
      step.replaceWithVoid().await().atMost(PATIENCE);
    } catch (RuntimeException failure) {
      throw new ProviderAway("it does not answer", failure);
    }
  }
}
