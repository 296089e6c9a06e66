package health.vigil.store.chain;

import static org.assertj.core.api.Assertions.assertThat;

import health.vigil.store.RecordedEvent;
import health.vigil.store.chain.ChainedLog.Fact;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** PostgreSQL makes the hashes; Java, from what it reads, comes to the same. */
@TestInstance(Lifecycle.PER_CLASS)
class HashesAgreeTest {

  private static final List<String> TEXTS =
      List.of(
          "",
          " ",
          "-,",
          "0:,",
          "3:abc,",
          "'; DROP TABLE vigil.events; --",
          "\"quoted\" \\ {curly,braces} NULL",
          "null",
          "\t\r\n\u0001\u007f",
          "Ærøskøbing, Łódź, Ελλάδα",
          "e\u0301 is not \u00e9",
          "漢字かな \u200f\u202e",
          "🛏️🩺👩🏽‍⚕️",
          "\ufeff\uffff\ud7ff\ue000",
          "x".repeat(1023),
          "é".repeat(512),
          "x".repeat(1024),
          "long " + "äöü€🩺".repeat(3000));

  private static final List<String> TIMES =
      List.of(
          "2026-11-23T13:05:00Z",
          "2026-11-23T23:59:59.999999Z",
          "2026-11-24T00:00:00.000001Z",
          "1999-12-31T23:59:59.999999Z",
          "1970-01-01T00:00:00Z",
          "1969-12-31T23:59:59.999999Z",
          "0001-01-01T00:00:00Z",
          "0099-02-28T12:00:00.5Z",
          "2024-02-29T23:59:59.000010Z",
          "2026-11-23T13:05:00.120000+05:45",
          "9999-12-31T23:59:59.999999Z");

  private final ChainedLog log = new ChainedLog();

  @AfterAll
  void close() {
    log.close();
  }

  @Test
  void onValuesOfAllKinds() throws SQLException, InterruptedException {
    List<Fact> facts = nasty(new Random(4), 400);
    facts.add(fact("huge", "{\"text\":\"" + "ä🩺".repeat(1_500_000) + "\"}", TIMES.get(0)));

    for (int from = 0; from < facts.size(); from += 50) {
      log.append(facts.subList(from, Math.min(facts.size(), from + 50)));
    }

    assertThat(log.verifier().all().flaws()).isEmpty();
    assertThatTheLibraryAgrees();
  }

  private void assertThatTheLibraryAgrees() throws SQLException {
    LogHash hashes = new LogHash();
    String previous = "0".repeat(64);
    for (RecordedEvent event : log.events().read(0, 1000)) {
      assertThat(hashes.of(event, previous)).as(event.toString()).isEqualTo(event.hash());
      previous = event.hash();
    }
    assertThat(log.ask("SELECT encode(hash, 'hex') FROM vigil.log_head")).isEqualTo(previous);
  }

  private static List<Fact> nasty(Random chance, int count) {
    List<Fact> facts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      facts.add(
          new Fact(
              i + any(TEXTS, chance),
              any(TEXTS, chance) + i,
              i % 5 == 0 ? Long.MAX_VALUE - i : chance.nextLong() >>> 1,
              orAbsent(any(TEXTS, chance), chance),
              any(TEXTS, chance),
              orAbsent(any(TEXTS, chance), chance),
              any(TIMES, chance),
              json(any(TEXTS, chance), chance),
              json(any(TEXTS, chance), chance)));
    }
    return facts;
  }

  private static Fact fact(String name, String payload, String occurredAt) {
    return new Fact(name, name, 0, null, name, null, occurredAt, payload, "{}");
  }

  private static String any(List<String> values, Random chance) {
    return values.get(chance.nextInt(values.size()));
  }

  private static @Nullable String orAbsent(String value, Random chance) {
    return chance.nextBoolean() ? value : null;
  }

  /** JSON as somebody else might write it: white space, escapes, numbers, names twice. */
  private static String json(String text, Random chance) {
    String escaped = text.replace("\\", "\\\\").replace("\"", "\\\"");
    StringBuilder safe = new StringBuilder();
    escaped
        .chars()
        .forEach(
            c -> {
              if (c < ' ' || chance.nextInt(20) == 0 && c < 127 && Character.isLetter(c)) {
                safe.append("\\u%04X".formatted(c));
              } else {
                safe.append((char) c);
              }
            });
    return List.of(
            "{ \"a\" :\n\t\"%s\" , \"a\": 1.0e+2}",
            "[\"%s\", null, true, -0.0, 12345678901234567890]",
            "\"%s\"",
            "  {\"\":{\"b\":\"%s\"}}\r\n")
        .get(chance.nextInt(4))
        .formatted(safe);
  }
}
