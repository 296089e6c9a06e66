package health.vigil.app.security;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The keys of the identity provider, fetched in the background: until it has answered once again
 * and again, then every few minutes, so that a key that is withdrawn is believed no longer, and
 * when a token names a key that is not known. However many ask, there is one fetch at a time and
 * one in an interval.
 */
@Singleton
class ProviderKeys {
  /** Who would have to wait for longer is better told to come again. */
  static final Duration LONGEST_WAIT = Duration.ofSeconds(2);

  static final int MOST_WAITING = 1_000;

  private static final Logger LOG = Logger.getLogger(ProviderKeys.class);
  private static final Duration AT_START = Duration.ofSeconds(1);

  private final KeySource source;
  private final Duration interval;
  private final Duration refreshed;
  private final LongSupplier nanoTime;
  private final RefusedKeys refused;
  private final Semaphore places = new Semaphore(MOST_WAITING);
  private final ExecutorService reader =
      Executors.newSingleThreadExecutor(
          work -> {
            Thread thread = new Thread(work, "identity-provider");
            thread.setDaemon(true);
            return thread;
          });

  private volatile @Nullable Known known;
  private volatile boolean away;

  /** The last of those that are made regularly. */
  private volatile CompletableFuture<Known> round = new CompletableFuture<>();

  /** A fetch that has not begun; guarded by this. */
  private @Nullable CompletableFuture<Known> next;

  private long begun;

  private record Known(Set<String> ids, long at) {}

  @Inject
  ProviderKeys(KeySource source, SecurityConfiguration configuration, MeterRegistry meters) {
    this(
        source,
        configuration.keyRefreshInterval(),
        configuration.keysRefreshedEvery(),
        System::nanoTime);
    TimeGauge.builder("vigil.security.keys.age", this::age, TimeUnit.SECONDS)
        .description("Since the keys of the identity provider were fetched")
        .register(meters);
  }

  ProviderKeys(KeySource source, Duration interval, Duration refreshed, LongSupplier nanoTime) {
    this.source = source;
    this.interval = interval;
    this.refreshed = refreshed;
    this.nanoTime = nanoTime;
    this.refused = new RefusedKeys(nanoTime);
    this.begun = nanoTime.getAsLong() - interval.toNanos();
  }

  /**
   * Waits a moment, so that a node whose provider answers knows its keys from the first request on.
   */
  void begin(@Observes StartupEvent start) {
    round = regularly();
    round
        .copy()
        .handle((keys, failure) -> keys != null)
        .completeOnTimeout(false, AT_START.toMillis(), TimeUnit.MILLISECONDS)
        .join();
  }

  /** Whether the provider has answered once. */
  boolean areKnown() {
    return known != null;
  }

  /**
   * Whether the provider has a key of this id, by what it said after it was asked or before. Never
   * waits itself; fails with {@link ProviderAway} when nobody can say in time.
   */
  CompletionStage<Boolean> contain(String id) {
    Known now = known;
    if (now == null) {
      return CompletableFuture.failedFuture(new ProviderAway("it has not answered yet"));
    }
    if (now.ids().contains(id)) {
      return CompletableFuture.completedFuture(true);
    }
    return refused.contain(id) ? CompletableFuture.completedFuture(false) : lookFor(id);
  }

  private CompletionStage<Boolean> lookFor(String id) {
    if (!places.tryAcquire()) {
      return CompletableFuture.failedFuture(new ProviderAway("too many ask for its keys"));
    }
    return fetchSoon()
        .copy()
        .orTimeout(LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS)
        .handle((keys, failure) -> isAmong(keys, id))
        .whenComplete((found, failure) -> places.release());
  }

  /**
   * @param keys null when they could not be fetched
   */
  private boolean isAmong(@Nullable Known keys, String id) {
    if (keys == null) {
      throw new ProviderAway("its keys could not be fetched in time");
    }
    boolean found = keys.ids().contains(id);
    if (!found) {
      refused.add(id);
    }
    return found;
  }

  /** And again, as long as this node runs. */
  private CompletableFuture<Known> regularly() {
    return fetchSoon()
        .whenComplete((keys, failure) -> later(failure == null ? refreshed : interval));
  }

  private void later(Duration delay) {
    in(delay.toNanos()).execute(() -> round = regularly());
  }

  private Executor in(long nanos) {
    return CompletableFuture.delayedExecutor(nanos, TimeUnit.NANOSECONDS, reader);
  }

  /** One that has begun already may bring what was so before somebody asked. */
  private synchronized CompletableFuture<Known> fetchSoon() {
    CompletableFuture<Known> waiting = next;
    if (waiting != null) {
      return waiting;
    }
    CompletableFuture<Known> fetch = new CompletableFuture<>();
    long delay = Math.max(0, begun + interval.toNanos() - nanoTime.getAsLong());
    in(delay).execute(() -> fetch(fetch));
    next = fetch;
    return fetch;
  }

  private void fetch(CompletableFuture<Known> fetch) {
    begin();
    try {
      Known keys = new Known(source.fetch(), nanoTime.getAsLong());
      known = keys;
      tell(null);
      fetch.complete(keys);
    } catch (RuntimeException | Error failure) {
      // Whatever it is: who waits is told, and the next round begins when this one is over.
      tell(failure);
      fetch.completeExceptionally(failure);
    }
  }

  private synchronized void begin() {
    next = null;
    begun = nanoTime.getAsLong();
  }

  /** Only what changes is worth a line. */
  private void tell(@Nullable Throwable failure) {
    boolean wasAway = away;
    away = failure != null;
    if (failure != null && !wasAway) {
      LOG.warnf(
          "The identity provider's keys can not be fetched: %s. %s",
          failure instanceof ProviderAway ? failure.getMessage() : failure.getClass().getName(),
          areKnown() ? "Those of before are believed." : "Nobody is recognised until they can.");
    } else if (failure == null && wasAway) {
      LOG.info("The identity provider answers.");
    }
  }

  private double age() {
    Known now = known;
    return now == null
        ? Double.NaN
        : (double) TimeUnit.NANOSECONDS.toSeconds(nanoTime.getAsLong() - now.at());
  }

  @PreDestroy
  void stop() {
    reader.shutdown();
  }
}
