package health.vigil.app.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import health.vigil.app.security.Actor;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RefusalsTest {
  private long now = 1_000_000;
  private final Refusals refusals = new Refusals(60, () -> now);

  @Test
  void soManyAMinuteAreNotedOneByOneAndTheOthersAsOneWithACount() {
    assertThat(singles("device-1", "/a", 10_000)).isEqualTo(60);
    assertThat(refusals.over()).isEmpty();

    now += 60_000;
    List<AccessNote> over = refusals.over();
    assertThat(over).extracting(AccessNote::times).containsExactly(9_940);
    assertThat(over.get(0).actor()).isEqualTo("device-1");
    assertThat(over.get(0).patient()).isNull();
    assertThat(over.get(0).outcome()).isEqualTo(Outcome.DENIED);
    assertThat(refusals.over()).isEmpty();
  }

  @Test
  void eachKindOfRequestIsCountedByItself() {
    singles("device-1", "/a", 60);
    singles("device-1", "/b", 3);
    singles("device-1", "/c", 5);

    assertThat(refusals.all())
        .extracting(AccessNote::path, AccessNote::times)
        .containsExactlyInAnyOrder(tuple("/b", 3), tuple("/c", 5));
  }

  @Test
  void oneActorTakesNothingFromAnother() {
    singles("device-1", "/a", 1_000);

    assertThat(singles("nurse-1", "/a", 60)).isEqualTo(60);
  }

  @Test
  void theNextMinuteBeginsAnew() {
    singles("device-1", "/a", 1_000);
    now += 60_000;
    refusals.over();

    assertThat(singles("device-1", "/a", 1_000)).isEqualTo(60);
  }

  private int singles(String actor, String path, int times) {
    Actor who = new Actor(actor, "gateway", Map.of(), null, Instant.MAX);
    int singles = 0;
    for (int i = 0; i < times; i++) {
      AccessNote note = AccessNote.of(who, "GET", path, Map.of("patientId", "p-" + i), 403, null);
      singles += refusals.isSingle(note) ? 1 : 0;
    }
    return singles;
  }
}
