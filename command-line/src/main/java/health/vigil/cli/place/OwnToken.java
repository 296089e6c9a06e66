package health.vigil.cli.place;

import health.vigil.cli.terminal.CouldNotLook;
import health.vigil.issuer.DemoIssuer;
import health.vigil.issuer.IssuerException;
import health.vigil.issuer.TokenRequest;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The token that a verb shows. */
public final class OwnToken {

  private static final String FOLDER = "demo-issuer";

  private OwnToken() {}

  /**
   * The one in the file, else that of {@code VIGIL_TOKEN}, else one that the demo's issuer in the
   * data folder makes for this role, which is shown on this machine alone.
   *
   * @param vigil to whom it is shown
   * @return empty when there is none of them
   */
  static Optional<String> of(
      Surroundings surroundings, Optional<Path> file, String role, URI vigil) {
    return file.map(OwnToken::read)
        .or(() -> surroundings.value("VIGIL_TOKEN"))
        .map(String::strip)
        .or(() -> ofDemo(surroundings, role, vigil));
  }

  private static Optional<String> ofDemo(Surroundings surroundings, String role, URI vigil) {
    return Address.isOfThisMachine(vigil)
        ? issuer(surroundings).map(issuer -> issuer.token(request(role)))
        : Optional.empty();
  }

  private static TokenRequest request(String role) {
    return TokenRequest.of("demo-" + role).as(role);
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new CouldNotLook(
          "The token can not be read from " + file + ": see to --token-file.", e);
    }
  }

  /** The demo's issuer, if this data folder has one. */
  public static Optional<DemoIssuer> issuer(Surroundings surroundings) {
    try {
      return DemoIssuer.find(issuerFolder(surroundings));
    } catch (IssuerException e) {
      throw new CouldNotLook(String.valueOf(e.getMessage()), e);
    }
  }

  public static Path issuerFolder(Surroundings surroundings) {
    return surroundings.data().resolve(FOLDER);
  }
}
