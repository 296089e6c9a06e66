package health.vigil.app.stream;

import static org.assertj.core.api.Assertions.assertThat;

import health.vigil.app.security.Wards;
import health.vigil.app.stream.LogFollower.Means;
import health.vigil.app.stream.LogFollower.Walk;
import health.vigil.ward.WardId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Flow.Subscriber;
import java.util.concurrent.Flow.Subscription;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LogFollowerTest {
  private static final WardId WARD = new WardId("3B");
  private static final WardId OTHER_WARD = new WardId("4A");
  private static final Instant TEN = Instant.parse("2026-11-23T10:00:00Z");
  private static final Duration STALLED_AFTER = Duration.ofSeconds(60);

  private final List<LogEntry> log = new ArrayList<>();
  private final AtomicInteger read = new AtomicInteger();
  private final AtomicLong nanoTime = new AtomicLong();
  private final AtomicInteger ended = new AtomicInteger();
  private final Client client = new Client();

  @Test
  void a_client_gets_what_it_asks_for_and_no_more() {
    happen(WARD, 10);
    LogFollower follower = follow(0, null);

    follower.request(3);

    assertThat(client.received).containsExactly("Event@1", "Event@2", "Event@3");
  }

  @Test
  void for_a_slow_client_no_more_than_a_batch_is_read() {
    happen(WARD, 1000);
    LogFollower follower = follow(0, null);

    follower.request(1);
    for (int i = 0; i < 50; i++) {
      follower.wake();
    }

    assertThat(read).hasValue(4);
  }

  @Test
  void a_client_that_is_up_to_date_gets_what_happens_next() {
    LogFollower follower = follow(0, null);
    follower.request(Long.MAX_VALUE);

    happen(WARD, 1);
    follower.wake();

    assertThat(client.received).containsExactly("heartbeat@0", "Event@1");
  }

  @Test
  void a_ward_sees_what_concerns_it() {
    happen(WARD, 1);
    happen(OTHER_WARD, 6);
    happen(null, 1);
    happen(WARD, 1);
    LogFollower follower = follow(0, WARD);

    follower.request(Long.MAX_VALUE);

    assertThat(client.received).containsExactly("Event@1", "Event@9", "heartbeat@9");
  }

  @Test
  void a_heartbeat_tells_how_far_a_quiet_ward_has_got() {
    LogFollower follower = follow(0, WARD);
    follower.request(Long.MAX_VALUE);
    happen(OTHER_WARD, 20);

    follower.beat(STALLED_AFTER);

    assertThat(client.received).containsExactly("heartbeat@0", "heartbeat@20");
  }

  @Test
  void a_client_that_takes_nothing_for_too_long_is_let_go() {
    happen(WARD, 2);
    LogFollower follower = follow(0, null);
    follower.request(1);

    nanoTime.set(STALLED_AFTER.toNanos());
    follower.beat(STALLED_AFTER);
    assertThat(client.completed).isFalse();
    nanoTime.incrementAndGet();
    follower.beat(STALLED_AFTER);

    assertThat(client.completed).isTrue();
    assertThat(ended).hasValue(1);
  }

  @Test
  void a_stream_ends_when_its_token_expires_and_says_how_far_it_got() {
    happen(WARD, 1);
    LogFollower follower = follow(0, WARD);
    follower.request(Long.MAX_VALUE);

    follower.expireBy(TEN.minusNanos(1));
    assertThat(client.completed).isFalse();
    follower.expireBy(TEN);

    assertThat(client.received).containsExactly("Event@1", "heartbeat@1", "expired@1");
    assertThat(client.completed).isTrue();
    assertThat(ended).hasValue(1);
  }

  @Test
  void what_was_not_taken_before_the_token_expired_is_not_sent() {
    happen(WARD, 5);
    LogFollower follower = follow(0, WARD);
    follower.request(2);

    follower.expireBy(TEN);
    follower.request(Long.MAX_VALUE);

    assertThat(client.received).containsExactly("Event@1", "Event@2", "expired@2");
    assertThat(client.completed).isTrue();
  }

  @Test
  void a_client_that_has_gone_gets_nothing() {
    LogFollower follower = follow(0, null);
    follower.request(Long.MAX_VALUE);
    follower.cancel();
    happen(WARD, 1);

    follower.wake();
    follower.end();

    assertThat(client.received).containsExactly("heartbeat@0");
    assertThat(ended).hasValue(1);
  }

  @Test
  void a_log_that_can_not_be_read_ends_the_stream_so_that_the_client_comes_back() {
    LogFollower follower =
        new LogFollower(
            new Means(
                (after, limit) -> {
                  throw new IllegalStateException("away");
                },
                4,
                Runnable::run,
                nanoTime::get),
            new Walk(0, Wards.ALL, Instant.MAX),
            client,
            over -> ended.incrementAndGet());

    follower.request(1);

    assertThat(client.completed).isTrue();
    assertThat(ended).hasValue(1);
  }

  private LogFollower follow(long after, @Nullable WardId ward) {
    return new LogFollower(
        new Means(this::after, 4, Runnable::run, nanoTime::get),
        new Walk(after, ward == null ? Wards.ALL : new Wards(false, Set.of(ward)), TEN),
        client,
        over -> ended.incrementAndGet());
  }

  private List<LogEntry> after(long position, int limit) {
    List<LogEntry> found =
        log.stream().filter(entry -> entry.position() > position).limit(limit).toList();
    read.addAndGet(found.size());
    return found;
  }

  private void happen(@Nullable WardId ward, int times) {
    for (int i = 0; i < times; i++) {
      log.add(new LogEntry(new Frame(log.size() + 1, "Event", "{}"), ward));
    }
  }

  private static final class Client implements Subscriber<Frame> {
    private final List<String> received = new ArrayList<>();
    private boolean completed;

    @Override
    public void onSubscribe(Subscription subscription) {}

    @Override
    public void onNext(Frame frame) {
      received.add(frame.name() + "@" + frame.position());
    }

    @Override
    public void onError(Throwable failure) {
      throw new AssertionError(failure);
    }

    @Override
    public void onComplete() {
      completed = true;
    }
  }
}
