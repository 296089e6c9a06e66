package health.vigil.axon.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import health.vigil.axon.example.ExampleDatabase;
import io.quarkus.test.QuarkusDevModeTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A changed handler is taken up by the running application, which goes on where it was. */
class LiveReloadComponentTest {

  private static final int PORT = freePort();

  @RegisterExtension
  static final QuarkusDevModeTest APPLICATION =
      new QuarkusDevModeTest()
          .withApplicationRoot(
              jar -> {
                ExampleDatabase.create();
                jar.addPackage("health.vigil.axon.example")
                    .addAsResource(
                        new StringAsset(
                            ExampleDatabase.CONFIGURATION + "quarkus.http.port=" + PORT + "\n"),
                        "application.properties");
              });

  @Test
  void aChangedHandlerIsTakenUp() throws IOException, InterruptedException {
    assertThat(shelfAfterSending("before")).isEqualTo("everybody pays 5");

    APPLICATION.modifySourceFile("ParcelShelf.java", code -> code.replace(" pays ", " owes "));

    assertThat(shelfAfterSending("after")).isEqualTo("everybody owes 5");
  }

  private static String shelfAfterSending(String parcel) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + PORT + "/parcels/" + parcel))
            .timeout(Duration.ofSeconds(60))
            .build();
    return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
