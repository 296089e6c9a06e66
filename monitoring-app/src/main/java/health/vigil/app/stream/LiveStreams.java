package health.vigil.app.stream;

import health.vigil.app.problem.Problem;
import health.vigil.app.problem.ProblemException;
import health.vigil.store.LogTail;
import io.smallrye.mutiny.Multi;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Flow.Subscriber;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The streams that this node serves: wakes them when the log has grown, and bounds their number.
 */
@Singleton
class LiveStreams {
  private static final int READERS = 4;

  private final LogTail tail;
  private final StreamConfiguration configuration;
  private final Set<LogFollower> followers = ConcurrentHashMap.newKeySet();
  private final ExecutorService readers =
      Executors.newFixedThreadPool(READERS, work -> daemon(work, "live-stream"));
  private final ScheduledExecutorService heart =
      Executors.newSingleThreadScheduledExecutor(work -> daemon(work, "live-stream-heart"));
  private final LogFollower.Means means;
  private LogTail.@Nullable Registration moves;
  private @Nullable ScheduledFuture<?> beats;

  LiveStreams(LogWindow window, LogTail tail, StreamConfiguration configuration) {
    this.tail = tail;
    this.configuration = configuration;
    this.means =
        new LogFollower.Means(window::after, configuration.batchSize(), readers, System::nanoTime);
  }

  @PostConstruct
  void start() {
    long interval = configuration.heartbeat().toMillis();
    moves = tail.onMove(head -> followers.forEach(LogFollower::wake));
    beats = heart.scheduleAtFixedRate(this::beat, interval, interval, TimeUnit.MILLISECONDS);
  }

  @PreDestroy
  void stop() {
    if (moves != null) {
      moves.close();
    }
    if (beats != null) {
      beats.cancel(false);
    }
    heart.shutdown();
    followers.forEach(LogFollower::end);
    readers.shutdown();
  }

  /** A stream that begins when it is subscribed to; refused when there are as many as allowed. */
  Multi<Frame> open(LogFollower.Walk walk) {
    return Multi.createFrom().publisher(client -> follow(walk, client));
  }

  int open() {
    return followers.size();
  }

  private synchronized void follow(LogFollower.Walk walk, Subscriber<? super Frame> client) {
    Place place = new Place();
    LogFollower follower = new LogFollower(means, walk, client, place::leave);
    if (followers.size() >= configuration.atMost()) {
      refuse(follower, client);
      return;
    }
    place.take(follower);
    client.onSubscribe(follower);
  }

  private static void refuse(LogFollower follower, Subscriber<? super Frame> client) {
    follower.cancel();
    client.onSubscribe(follower);
    client.onError(
        new ProblemException(
            Problem.of(503, "too-many-streams", "This node serves as many streams as it can")
                .detail("Try again, or ask another node.")));
  }

  private void beat() {
    followers.forEach(follower -> follower.beat(configuration.stalledAfter()));
  }

  private static Thread daemon(Runnable work, String name) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    return thread;
  }

  /** One of the places; it is free again when its stream has ended. */
  private final class Place {
    private @Nullable LogFollower follower;

    void take(LogFollower taken) {
      follower = taken;
      followers.add(taken);
    }

    void leave() {
      if (follower != null) {
        followers.remove(follower);
      }
    }
  }
}
