package health.vigil.local.launcher;

import health.vigil.issuer.DemoIssuer;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whose tokens the application accepts: those of the person's identity provider, or of the demo's
 * own issuer, which gives one to everybody who can read the data folder.
 *
 * @param provider empty for the demo's own
 */
record Trust(Optional<URI> provider) {

  private static final String BUILT_IN = "demo";
  private static final String FOLDER = "demo-issuer";

  /** The demo has no choice: its simulated beds need tokens. */
  static Trust of(Verb verb, Settings settings) {
    Optional<String> named = settings.value("VIGIL_ISSUER").map(String::strip);
    if (named.filter(BUILT_IN::equals).isPresent()) {
      requireOwnDatabase(verb, settings);
      return new Trust(Optional.empty());
    }
    if (verb == Verb.DEMO) {
      named.ifPresent(Trust::refuseInDemo);
      return new Trust(Optional.empty());
    }
    return new Trust(Optional.of(named.map(Trust::address).orElseThrow(Trust::nobody)));
  }

  /** What somebody who is nobody does in a hospital's log stays there for ever. */
  private static void requireOwnDatabase(Verb verb, Settings settings) {
    if (verb != Verb.DEMO && settings.database().isPresent()) {
      throw new LaunchException(
          "With VIGIL_DATABASE_URL VIGIL_ISSUER may not be demo, whose tokens everybody can make who"
              + " can read the data folder: set it to the address of your OpenID Connect provider.");
    }
  }

  private static void refuseInDemo(String other) {
    throw new LaunchException(
        "The demo accepts tokens of its own issuer only: leave VIGIL_ISSUER out, or use ./vigil serve.");
  }

  private static LaunchException nobody() {
    return new LaunchException(
        "Nobody could use Vigil: set VIGIL_ISSUER to the address of your OpenID Connect provider,"
            + " such as https://login.example.org/realms/hospital, or to demo, whose tokens"
            + " everybody can make who can read the data folder.");
  }

  private static URI address(String text) {
    try {
      URI address = new URI(text);
      if (String.valueOf(address.getScheme()).matches("https?") && address.getHost() != null) {
        return address;
      }
      throw notAnAddress(null);
    } catch (URISyntaxException e) {
      throw notAnAddress(e);
    }
  }

  private static LaunchException notAnAddress(@Nullable Throwable cause) {
    return new LaunchException(
        "VIGIL_ISSUER has to be the address of an OpenID Connect provider, such as"
            + " https://login.example.org/realms/hospital, or demo.",
        cause);
  }

  /** The issuer's address; the demo's own is served from now on. */
  URI establish(Path data, Running running) {
    return provider.orElseGet(
        () -> running.start("", () -> DemoIssuer.in(demoFolder(data)).serve()).address());
  }

  /** Where the demo's own issuer keeps its keys. */
  static Path demoFolder(Path data) {
    return data.resolve(FOLDER);
  }

  boolean isBuiltIn() {
    return provider.isEmpty();
  }
}
