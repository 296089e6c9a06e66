package health.vigil.app.stream;

import health.vigil.app.problem.Problem;
import health.vigil.app.problem.ProblemException;
import health.vigil.app.thread.Daemons;
import health.vigil.store.LogTail;
import io.smallrye.mutiny.Multi;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Flow.Subscriber;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The streams that this node serves: wakes them when the log has grown, bounds their number, and
 * ends those whose tokens have expired.
 */
@Singleton
class LiveStreams {
  private static final int READERS = 4;
  private static final long EXPIRY_LOOK = Duration.ofSeconds(1).toMillis();

  private final LogTail tail;
  private final StreamConfiguration configuration;
  private final Set<LogFollower> followers = ConcurrentHashMap.newKeySet();
  private final ExecutorService readers =
      Executors.newFixedThreadPool(READERS, work -> Daemons.thread("live-stream", work));
  private final ScheduledExecutorService heart = Daemons.scheduler("live-stream-heart");
  private final Clock clock;
  private final Semaphore places;
  private final LogFollower.Means means;
  private LogTail.@Nullable Registration moves;
  private @Nullable ScheduledFuture<?> beats;
  private @Nullable ScheduledFuture<?> expiries;

  LiveStreams(LogWindow window, LogTail tail, Clock clock, StreamConfiguration configuration) {
    this.tail = tail;
    this.clock = clock;
    this.configuration = configuration;
    this.places = new Semaphore(configuration.atMost());
    this.means =
        new LogFollower.Means(window::after, configuration.batchSize(), readers, System::nanoTime);
  }

  @PostConstruct
  void start() {
    long interval = configuration.heartbeat().toMillis();
    moves = tail.onMove(head -> followers.forEach(LogFollower::wake));
    beats = heart.scheduleAtFixedRate(this::beat, interval, interval, TimeUnit.MILLISECONDS);
    expiries =
        heart.scheduleAtFixedRate(this::expire, EXPIRY_LOOK, EXPIRY_LOOK, TimeUnit.MILLISECONDS);
  }

  @PreDestroy
  void stop() {
    if (moves != null) {
      moves.close();
    }
    cancel(beats);
    cancel(expiries);
    heart.shutdown();
    followers.forEach(LogFollower::end);
    readers.shutdown();
  }

  /**
   * A stream that begins when it is subscribed to, which whoever asks for it does once.
   *
   * @throws ProblemException 503 when there are as many as allowed
   */
  Multi<Frame> open(LogFollower.Walk walk) {
    if (!places.tryAcquire()) {
      throw new ProblemException(
          Problem.of(503, "too-many-streams", "This node serves as many streams as it can")
              .detail("Try again, or ask another node."));
    }
    return Multi.createFrom().publisher(client -> follow(walk, client));
  }

  private void follow(LogFollower.Walk walk, Subscriber<? super Frame> client) {
    LogFollower follower = new LogFollower(means, walk, client, this::leave);
    followers.add(follower);
    client.onSubscribe(follower);
  }

  private void leave(LogFollower follower) {
    followers.remove(follower);
    places.release();
  }

  private void beat() {
    followers.forEach(follower -> follower.beat(configuration.stalledAfter()));
  }

  /** A stream outlives its token by no more than the time between two looks. */
  private void expire() {
    Instant now = clock.instant();
    followers.forEach(follower -> follower.expireBy(now));
  }

  private static void cancel(@Nullable ScheduledFuture<?> regular) {
    if (regular != null) {
      regular.cancel(false);
    }
  }
}
