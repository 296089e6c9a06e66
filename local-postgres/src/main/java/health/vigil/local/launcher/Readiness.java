package health.vigil.local.launcher;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Waits until the application says that it is ready. */
final class Readiness {

  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final Duration PAUSE = Duration.ofMillis(250);
  private static final int ROUNDS_A_DOT = 4;

  private final HttpClient client =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
  private final HttpRequest question;
  private final Terminal terminal;

  Readiness(String address, Terminal terminal) {
    this.question =
        HttpRequest.newBuilder(URI.create(address + "/q/health/ready"))
            .timeout(Duration.ofSeconds(5))
            .build();
    this.terminal = terminal;
  }

  /**
   * Returns when it is ready, with a dot a second on the way.
   *
   * @throws LaunchException when it ends, or is not ready in three minutes
   */
  void await(Child application) throws InterruptedException {
    try {
      watch(application);
    } finally {
      terminal.endDots();
    }
  }

  private void watch(Child application) throws InterruptedException {
    long begin = System.nanoTime();
    for (int round = 1; !isReady(); round++) {
      if (!application.isRunning()) {
        throw new LaunchException(application.obituary("before it was ready"));
      }
      if (System.nanoTime() - begin > PATIENCE.toNanos()) {
        throw new LaunchException(
            "The application was not ready within " + PATIENCE.toMinutes() + " minutes.");
      }
      Thread.sleep(PAUSE.toMillis());
      if (round % ROUNDS_A_DOT == 0) {
        terminal.dot();
      }
    }
  }

  private boolean isReady() throws InterruptedException {
    try {
      return client.send(question, BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException notYet) {
      return false;
    }
  }
}
