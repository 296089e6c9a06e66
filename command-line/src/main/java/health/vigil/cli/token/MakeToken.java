package health.vigil.cli.token;

import health.vigil.cli.place.Api;
import health.vigil.cli.place.OwnToken;
import health.vigil.cli.place.Surroundings;
import health.vigil.cli.terminal.CouldNotLook;
import health.vigil.cli.terminal.ExitCode;
import health.vigil.cli.terminal.Terminal;
import health.vigil.cli.terminal.Verb;
import health.vigil.issuer.DemoIssuer;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Has the demo's issuer make a token, and prints it alone. */
@Command(
    name = "token",
    header = "Make a token of the demo, for one role or several.",
    description = {
      "Prints the token and nothing else, for TOKEN=$(./vigil token nurse --ward A). It is signed with the key in the data folder: whoever can read that can be anybody.",
      "The roles are nurse, physician and supervisor, which need a ward, device, which needs a device, and booking-clerk, auditor, operator and integration."
    })
public final class MakeToken extends Verb {

  private static final Duration LONGEST = Duration.ofDays(30);

  private final Surroundings surroundings;

  @Parameters(paramLabel = "ROLE", arity = "1..*", description = "What the bearer is.")
  private List<String> roles = List.of();

  @Option(
      names = "--ward",
      paramLabel = "WARD",
      description =
          "Where nurse, physician and supervisor work; '*' is the whole hospital. May be given more than once.")
  private List<String> wards = List.of();

  @Option(
      names = "--device",
      paramLabel = "DEVICE",
      description = "The one device that may use it, for the role device.")
  private @Nullable String device;

  @Option(
      names = "--as",
      paramLabel = "ID",
      description = "Who the bearer is, as the log will tell it (demo-ROLE, or the device).")
  private @Nullable String id;

  @Option(
      names = "--for",
      paramLabel = "8h",
      description = "How long it is good: 30m, 8h, 7d; at most 30 days (8h).")
  private String lifetime = "8h";

  public MakeToken(Terminal terminal, Surroundings surroundings) {
    super(terminal);
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    WantedRoles wanted = new WantedRoles(roles, wards, device);
    Optional<String> flaw = wanted.flaw();
    if (flaw.isPresent()) {
      throw wrongUse(flaw.get());
    }
    String bearer = id == null || id.isBlank() ? wanted.defaultId() : id;
    Duration life = duration();
    String token = issuer().token(wanted.heldBy(bearer).lasting(life));
    if (isForPrograms()) {
      print(Api.JSON.createObjectNode().put("token", token));
    } else {
      terminal.say(token);
    }
    return ExitCode.WELL;
  }

  private Duration duration() {
    Duration asked =
        lifetime.matches("[1-9]\\d{0,5}[smhd]")
            ? Duration.of(Long.parseLong(lifetime.replaceAll("\\D", "")), unit())
            : Duration.ZERO;
    if (asked.isZero() || asked.compareTo(LONGEST) > 0) {
      throw wrongUse("--for is a time such as 30m, 8h or 7d, and 30 days at most.");
    }
    return asked;
  }

  private ChronoUnit unit() {
    return switch (lifetime.charAt(lifetime.length() - 1)) {
      case 's' -> ChronoUnit.SECONDS;
      case 'm' -> ChronoUnit.MINUTES;
      case 'h' -> ChronoUnit.HOURS;
      default -> ChronoUnit.DAYS;
    };
  }

  private DemoIssuer issuer() {
    return OwnToken.issuer(surroundings)
        .orElseThrow(
            () ->
                new CouldNotLook(
                    "No tokens can be made here, because there is no demo issuer in %s: ./vigil demo makes one, and VIGIL_ISSUER=demo ./vigil serve. Elsewhere the identity provider gives tokens."
                        .formatted(OwnToken.issuerFolder(surroundings))));
  }
}
