package health.vigil.cli.place;

import health.vigil.cli.terminal.Terminal;
import health.vigil.cli.terminal.Verb;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** A verb that asks the running application. */
public abstract class ApiVerb extends Verb {

  private final Surroundings surroundings;

  @Option(
      names = "--url",
      paramLabel = "URL",
      description =
          "Where Vigil is, such as http://127.0.0.1:8080; else VIGIL_PORT or the data folder says it.")
  private @Nullable URI url;

  protected ApiVerb(Terminal terminal, Surroundings surroundings) {
    super(terminal);
    this.surroundings = surroundings;
  }

  protected final Api api() {
    if (url != null && !String.valueOf(url.getScheme()).matches("https?")) {
      throw wrongUse("--url has to look like http://127.0.0.1:8080.");
    }
    return Api.of(surroundings, Optional.ofNullable(url));
  }
}
