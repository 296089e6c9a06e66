package health.vigil.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import health.vigil.e2e.TheLog.Entry;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What a round owes, held against what the log holds: nothing may be lost, nothing doubled. */
final class Reckoning {
  private static final Duration SETTLED = Duration.ofSeconds(90);

  /** A key has one append, whose events stand together, and one content. */
  private static final String KEYS_IN_THE_LOG_TWICE =
      """
      SELECT count(*) FROM (
        SELECT FROM vigil.events GROUP BY metadata ->> 'commandKey'
        HAVING max(position) - min(position) >= count(*)
          OR count(DISTINCT metadata ->> 'requestHash') > 1) AS keys
      """;

  private Reckoning() {}

  /**
   * Waits until every call is answered and every alert there.
   *
   * @param ward of the round
   * @param what happened to it, for the report
   */
  @SuppressWarnings("SystemOut")
  static void check(Round round, Workplace workplace, String ward, String what)
      throws InterruptedException {
    round.await();
    await("every alert that is owed, in ward " + ward)
        .atMost(SETTLED)
        .untilAsserted(() -> assertThat(alerting(round, workplace)).isEqualTo(owed(round)));
    await("every processor has caught up")
        .atMost(SETTLED)
        .until(() -> workplace.readModels().caughtUp(workplace.log().head()));
    assertThat(alerting(round, workplace)).isEqualTo(owed(round));
    assertThat(workplace.readModels().parked()).isEmpty();
    checkSets(round, workplace, ward);
    assertThat(workplace.log().number(KEYS_IN_THE_LOG_TWICE)).isZero();
    System.out.printf("[round] ward %s: %s; all well%n", ward, what);
  }

  private static void checkSets(Round round, Workplace workplace, String ward) {
    Map<String, List<Entry>> recorded =
        workplace.log().of("VitalSignsRecorded").stream()
            .filter(entry -> entry.text("messageId").startsWith(ward + "-"))
            .collect(Collectors.groupingBy(entry -> entry.text("messageId")));
    assertThat(recorded).hasSize(Round.CLIENTS * Course.SETS);
    assertThat(recorded.values()).allSatisfy(entries -> assertThat(entries).hasSize(1));
    assertThat(round.answered).hasSize(Round.CLIENTS * Course.SETS);
    round.answered.forEach(
        (messageId, position) ->
            assertThat(recorded.getOrDefault(messageId, List.of()))
                .as("the set %s that was answered", messageId)
                .allSatisfy(
                    entry -> assertThat(position).isGreaterThanOrEqualTo(entry.position())));
  }

  private static Map<String, String> owed(Round round) {
    Map<String, String> owed = new HashMap<>();
    round.courses.forEach(
        (patient, course) ->
            owed.put(
                patient,
                alerts(course.raised, course.escalated, course.acknowledged, course.ended)));
    return owed;
  }

  private static Map<String, String> alerting(Round round, Workplace workplace) {
    List<Entry> entries = workplace.log().all();
    Map<String, String> found = new HashMap<>();
    for (String patient : round.courses.keySet()) {
      found.put(
          patient,
          alerts(
              count(entries, "AlertRaised", patient),
              count(entries, "AlertEscalated", patient),
              count(entries, "AlertAcknowledged", patient),
              count(entries, "AlertEnded", patient)));
    }
    return found;
  }

  private static long count(List<Entry> entries, String type, String patient) {
    return entries.stream()
        .filter(e -> e.type().equals(type) && e.text("patientId").equals(patient))
        .count();
  }

  private static String alerts(long raised, long escalated, long acknowledged, long ended) {
    return "raised %d, escalated %d, acknowledged %d, ended %d"
        .formatted(raised, escalated, acknowledged, ended);
  }
}
