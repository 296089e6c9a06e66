package health.vigil.issuer;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;

/** The token of somebody who stays for long: a new one when the last fifth of its life begins. */
public final class RenewedToken implements Supplier<String> {

  private final DemoIssuer issuer;
  private final TokenRequest request;
  private final Supplier<Instant> clock;
  private String token = "";
  private Instant until = Instant.MIN;

  public RenewedToken(DemoIssuer issuer, TokenRequest request) {
    this(issuer, request, Instant::now);
  }

  RenewedToken(DemoIssuer issuer, TokenRequest request, Supplier<Instant> clock) {
    this.issuer = issuer;
    this.request = request;
    this.clock = clock;
  }

  /** A token that has a fifth of its life before it at least. */
  @Override
  public synchronized String get() {
    Instant now = clock.get();
    if (!now.isBefore(until)) {
      Duration life = request.lifetime();
      token = issuer.token(request);
      until = now.plus(life.minus(life.dividedBy(5)));
    }
    return token;
  }
}
