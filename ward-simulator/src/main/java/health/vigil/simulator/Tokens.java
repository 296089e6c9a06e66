package health.vigil.simulator;

import health.vigil.issuer.DemoIssuer;
import health.vigil.issuer.IssuerException;
import health.vigil.issuer.RenewedToken;
import health.vigil.issuer.TokenRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** The token that each caller shows. */
interface Tokens {
  /** By these names alone: what another resolves to may be anybody. */
  Set<String> THIS_MACHINE = Set.of("127.0.0.1", "[::1]", "localhost");

  String of(Caller caller);

  /**
   * From a file that holds one token for everybody, else from the demo's issuer.
   *
   * @throws IllegalArgumentException saying what to do when there is neither
   */
  static Tokens of(SimulatorOptions options) {
    Optional<Path> file = options.tokenFile();
    return file.isPresent() ? fromFile(file.get()) : fromIssuer(options);
  }

  /** Read again for each call, so that somebody can renew it meanwhile. */
  private static Tokens fromFile(Path file) {
    if (!Files.isReadable(file)) {
      throw new IllegalArgumentException("--token-file can not be read: " + file);
    }
    return caller -> {
      try {
        return Files.readString(file).strip();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    };
  }

  /** They say that they are everybody, and leave this machine to nobody. */
  private static Tokens fromIssuer(SimulatorOptions options) {
    Path folder = options.issuer();
    if (!THIS_MACHINE.contains(String.valueOf(options.url().getHost()))) {
      throw new IllegalArgumentException(
          "the demo's tokens are for a Vigil on this machine: for another give one with --token-file");
    }
    try {
      DemoIssuer issuer =
          DemoIssuer.find(folder)
              .orElseThrow(
                  () ->
                      new IllegalArgumentException(
                          "there is no demo issuer in %s: name its folder with --issuer, or a token with --token-file"
                              .formatted(folder)));
      Map<Caller, Supplier<String>> known = new ConcurrentHashMap<>();
      return caller ->
          known.computeIfAbsent(caller, one -> new RenewedToken(issuer, request(one))).get();
    } catch (IssuerException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }

  private static TokenRequest request(Caller caller) {
    TokenRequest request = TokenRequest.of(caller.id()).from("ward-simulator");
    if (caller.role().equals("device")) {
      return request.as("device").boundTo(caller.id());
    }
    String ward = caller.ward();
    return ward == null ? request.as(caller.role()) : request.as(caller.role(), ward);
  }
}
