package health.vigil.issuer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RenewedTokenTest {

  @TempDir Path folder;

  @Test
  void aTokenIsUsedUntilTheLastFifthOfItsLifeBegins() {
    Instant start = Instant.parse("2026-11-23T08:00:00Z");
    AtomicReference<Instant> now = new AtomicReference<>(start);
    RenewedToken token =
        new RenewedToken(
            DemoIssuer.in(folder),
            TokenRequest.of("nadia").lasting(Duration.ofMinutes(10)),
            now::get);

    String first = token.get();
    now.set(start.plus(Duration.ofMinutes(8).minusMillis(1)));
    assertThat(token.get()).isEqualTo(first);
    now.set(start.plus(Duration.ofMinutes(8)));
    assertThat(token.get()).isNotEqualTo(first);
  }
}
