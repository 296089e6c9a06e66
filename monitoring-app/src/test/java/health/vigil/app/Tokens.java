package health.vigil.app;

import health.vigil.issuer.DemoIssuer;
import health.vigil.issuer.TokenRequest;
import java.nio.file.Path;
import java.time.Duration;
import org.eclipse.microprofile.config.ConfigProvider;

/** Tokens that the application under test takes, made and signed by an issuer of the tests. */
public final class Tokens {
  /** Of somebody who may do everything everywhere, as most stories need it. */
  public static final String EVERYBODY = "demo";

  private Tokens() {}

  /** The issuer that the application trusts. */
  public static DemoIssuer issuer() {
    String folder = ConfigProvider.getConfig().getValue(IssuerFolder.PROPERTY, String.class);
    return DemoIssuer.find(Path.of(folder)).orElseThrow();
  }

  /** The token of {@link #EVERYBODY}. */
  public static String ofEverybody() {
    return Everybody.TOKEN;
  }

  public static String of(TokenRequest request) {
    return issuer().token(request);
  }

  /** A header as it is sent. */
  public static String bearer(String token) {
    return "Bearer " + token;
  }

  /** Made once: to sign one takes a while. */
  private static final class Everybody {
    private static final String TOKEN =
        of(
            TokenRequest.of(EVERYBODY)
                .from(EVERYBODY)
                .as("nurse", TokenRequest.EVERY_WARD)
                .as("physician", TokenRequest.EVERY_WARD)
                .as("supervisor", TokenRequest.EVERY_WARD)
                .as("booking-clerk")
                .as("device")
                .as("auditor")
                .as("operator")
                .as("integration")
                .lasting(Duration.ofHours(8)));
  }
}
