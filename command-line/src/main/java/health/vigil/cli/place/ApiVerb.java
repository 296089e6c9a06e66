package health.vigil.cli.place;

import health.vigil.cli.terminal.Terminal;
import health.vigil.cli.terminal.Verb;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** A verb that asks the running application. */
public abstract class ApiVerb extends Verb {

  private final Surroundings surroundings;
  private final String role;

  @Option(
      names = "--url",
      paramLabel = "URL",
      description =
          "Where Vigil is, such as http://127.0.0.1:8080; else VIGIL_PORT or the data folder says it.")
  private @Nullable URI url;

  @Option(
      names = "--token-file",
      paramLabel = "FILE",
      description =
          "A file that holds the token to show; else VIGIL_TOKEN holds it, or, for a Vigil on this machine, the demo's issuer in the data folder makes one.")
  private @Nullable Path tokenFile;

  /**
   * With the role that the demo's issuer gives it.
   *
   * @param role such as {@code auditor}
   */
  protected ApiVerb(Terminal terminal, Surroundings surroundings, String role) {
    super(terminal);
    this.surroundings = surroundings;
    this.role = role;
  }

  protected final Api api() {
    if (url != null && !String.valueOf(url.getScheme()).matches("https?")) {
      throw wrongUse("--url has to look like http://127.0.0.1:8080.");
    }
    URI vigil = Address.of(surroundings, Optional.ofNullable(url));
    return Api.at(vigil, OwnToken.of(surroundings, Optional.ofNullable(tokenFile), role, vigil));
  }
}
