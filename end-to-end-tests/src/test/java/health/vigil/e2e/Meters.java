package health.vigil.e2e;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** What the application measures of itself. */
public final class Meters {
  private final HttpClient client = HttpClient.newHttpClient();
  private final URI url;

  public Meters(URI vigil) {
    this.url = vigil.resolve("/q/metrics");
  }

  String all() throws IOException, InterruptedException {
    return client
        .send(HttpRequest.newBuilder(url).build(), HttpResponse.BodyHandlers.ofString())
        .body();
  }

  /** The sum over all lines that begin so. */
  public double sum(String beginning) throws IOException, InterruptedException {
    return all()
        .lines()
        .filter(line -> line.startsWith(beginning))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .sum();
  }
}
