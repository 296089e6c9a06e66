package health.vigil.e2e;

import health.vigil.issuer.DemoIssuer;
import health.vigil.issuer.RenewedToken;
import health.vigil.issuer.TokenRequest;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;

/** The tokens that tests show. */
public final class Bearers {
  private Bearers() {}

  /** Somebody who may do everything everywhere: for tests that are about something else. */
  public static Supplier<String> ofAll(Path issuer) {
    TokenRequest request = TokenRequest.of("e2e").from("end-to-end-tests");
    for (String role : List.of("nurse", "physician", "supervisor")) {
      request = request.as(role, TokenRequest.EVERY_WARD);
    }
    for (String role : List.of("booking-clerk", "auditor", "operator", "integration")) {
      request = request.as(role);
    }
    return new RenewedToken(DemoIssuer.in(issuer), request);
  }
}
