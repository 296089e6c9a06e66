package health.vigil.app.security;

import static health.vigil.app.Tokens.bearer;
import static org.assertj.core.api.Assertions.assertThat;

import health.vigil.app.ComponentTestBase;
import health.vigil.app.Tokens;
import health.vigil.issuer.DemoIssuer;
import health.vigil.issuer.TokenRequest;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
class KeyRotationComponentTest extends ComponentTestBase {
  private static final TokenRequest AUDITOR = TokenRequest.of("auditor-1").as("auditor");

  @Test
  void a_new_key_is_taken_without_a_restart_and_the_old_one_holds() {
    DemoIssuer issuer = Tokens.issuer();
    // Nobody remembers it: its signature has to be verified.
    String old = issuer.token(TokenRequest.of("auditor-2").as("auditor"));
    assertThat(read(issuer.token(AUDITOR))).isEqualTo(200);

    issuer.rotate();
    String fresh = issuer.token(AUDITOR);

    // Who comes with the new one waits until it has been looked for, and is never told it is none.
    assertThat(read(fresh)).isIn(200, 503);
    eventually(() -> assertThat(read(fresh)).isEqualTo(200));
    assertThat(read(old)).isEqualTo(200);
  }

  private static int read(String token) {
    return Asking.get("/api/v1/audit/log?limit=1", bearer(token)).statusCode();
  }
}
