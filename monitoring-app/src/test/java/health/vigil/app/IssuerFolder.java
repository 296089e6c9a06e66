package health.vigil.app;

import health.vigil.issuer.DemoIssuer;
import health.vigil.issuer.ServedIssuer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** An issuer of the tests' own, served while they run; its keys are in a folder. */
public final class IssuerFolder implements AutoCloseable {
  /** Where those who need tokens find it. */
  public static final String PROPERTY = "test.issuer.folder";

  private final Path folder;
  private final DemoIssuer issuer;
  private final ServedIssuer served;

  private IssuerFolder(Path folder) {
    this.folder = folder;
    this.issuer = DemoIssuer.in(folder);
    this.served = issuer.serve();
  }

  static IssuerFolder make() {
    try {
      return new IssuerFolder(Files.createTempDirectory("vigil-issuer"));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  Map<String, String> configuration() {
    return Map.of(
        PROPERTY, folder.toString(), "vigil.security.issuer", issuer.address().toString());
  }

  @Override
  public void close() {
    served.close();
  }
}
