package health.vigil.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/** Clients on a connection each, who post the next set when the one before is answered. */
final class ClosedLoop {
  private final URI server;
  private final String token;
  private final int connections;
  private final Supplier<Post> posts;

  ClosedLoop(URI server, String token, int connections, Supplier<Post> posts) {
    this.server = server;
    this.token = token;
    this.connections = connections;
    this.posts = posts;
  }

  /** What is posted next. */
  record Post(String path, String json) {}

  /** How it went: in posts a second and in microseconds. */
  record Pace(double perSecond, double p50, double p99) {}

  Pace run(Duration time) throws InterruptedException {
    ExecutorService clients = Executors.newFixedThreadPool(connections);
    try {
      return run(clients, time);
    } finally {
      clients.shutdown();
    }
  }

  private Pace run(ExecutorService clients, Duration time) throws InterruptedException {
    long begin = System.nanoTime();
    long end = begin + time.toNanos();
    List<Future<Latencies>> running = new ArrayList<>();
    for (int i = 0; i < connections; i++) {
      running.add(clients.submit(() -> client(end)));
    }
    Latencies all = new Latencies();
    for (Future<Latencies> client : running) {
      all.add(result(client));
    }
    double seconds = (System.nanoTime() - begin) / 1e9;
    return new Pace(all.count() / seconds, all.percentile(0.5), all.percentile(0.99));
  }

  private Latencies client(long end) throws IOException {
    Latencies latencies = new Latencies();
    try (KeptConnection connection = new KeptConnection(server, token)) {
      for (long begin = System.nanoTime(); begin < end; begin = System.nanoTime()) {
        Post post = posts.get();
        int status = connection.post(post.path(), post.json());
        if (status != 201) {
          throw new IllegalStateException("expected 201, got " + status);
        }
        latencies.add(System.nanoTime() - begin);
      }
    }
    return latencies;
  }

  private static Latencies result(Future<Latencies> client) throws InterruptedException {
    try {
      return client.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("a client failed", e);
    }
  }
}
