package health.vigil.app.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import health.vigil.app.fhir.reading.Intent;
import health.vigil.app.fhir.reading.ReadObservation;
import health.vigil.app.fhir.reading.SourceKey;
import health.vigil.app.fhir.reading.SubjectReference;
import health.vigil.app.idempotency.MessageIdentity;
import health.vigil.axon.command.CommandKey;
import health.vigil.monitoring.ExternalScore;
import health.vigil.monitoring.vitals.Pulse;
import health.vigil.monitoring.vitals.RespirationRate;
import health.vigil.monitoring.vitals.Shares;
import health.vigil.monitoring.vitals.VitalSigns;
import health.vigil.patient.PatientId;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Letters name messages; what stands together is one set. */
class GroupingTest {
  private static final Instant EIGHT = Instant.parse("2026-11-23T08:00:00Z");
  private static final Duration SPAN = Duration.ofMinutes(5);
  private static final PatientId ADA = new PatientId("ada");

  private final List<Message> messages = new ArrayList<>();

  @Test
  void what_was_measured_within_the_span_of_the_earliest_is_one_set() {
    respiration("a", 0);
    pulse("b", 300);

    assertThat(sets()).containsExactly("ab");
  }

  @Test
  void what_was_measured_later_begins_another() {
    respiration("a", 0);
    pulse("b", 301);

    assertThat(sets()).containsExactly("a", "b");
  }

  @Test
  void the_span_counts_from_the_earliest_not_from_the_last() {
    respiration("a", 0);
    score("b", 200, 1);
    pulse("c", 400);

    assertThat(sets()).containsExactly("ab", "c");
  }

  @Test
  void a_second_value_begins_another_set_that_the_following_ones_join() {
    pulse("a", 0);
    respiration("b", 10);
    pulse("c", 60);
    respiration("d", 70);

    assertThat(sets()).containsExactly("ab", "cd");
  }

  @Test
  void the_order_in_which_they_were_sent_does_not_matter() {
    respiration("d", 70);
    pulse("c", 60);
    pulse("a", 0);
    respiration("b", 10);

    assertThat(sets()).containsExactly("ab", "cd");
  }

  @Test
  void of_what_was_measured_at_once_what_was_sent_first_comes_first() {
    pulse("a", 0);
    pulse("b", 0);
    respiration("c", 0);

    assertThat(sets()).containsExactly("ac", "b");
  }

  @Test
  void one_value_told_twice_of_one_time_is_no_second_value() {
    respiration("a", 0);
    pulse("b", 0, new BigDecimal("72"));
    pulse("c", 0, new BigDecimal("72.0"));
    score("d", 0, 1);

    assertThat(sets()).containsExactly("abcd");
  }

  @Test
  void an_equal_value_of_a_later_time_is_of_a_later_set() {
    respiration("a", 0);
    pulse("b", 0, BigDecimal.TEN);
    respiration("c", 60);
    pulse("d", 60, BigDecimal.TEN);

    assertThat(sets()).containsExactly("ab", "cd");
  }

  @Test
  void a_set_that_lacks_a_value_does_not_take_it_from_one_that_began_later() {
    pulse("a", 0);
    pulse("b", 60);
    respiration("c", 60);

    assertThat(sets()).containsExactly("a", "bc");
  }

  @Test
  void a_set_has_one_score_from_outside() {
    score("a", 0, 3);
    pulse("b", 0);
    score("c", 60, 4);
    respiration("d", 60);

    assertThat(sets()).containsExactly("ab", "cd");
  }

  private void respiration(String name, int second) {
    add(
        name,
        second,
        new VitalSigns(
            new RespirationRate(another()),
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            Map.of()),
        null);
  }

  private void pulse(String name, int second) {
    pulse(name, second, another());
  }

  private BigDecimal another() {
    return BigDecimal.valueOf(60 + messages.size());
  }

  private void pulse(String name, int second, BigDecimal value) {
    add(
        name,
        second,
        new VitalSigns(
            null, null, null, null, null, null, null, new Pulse(value), null, null, Map.of()),
        null);
  }

  private void score(String name, int second, int total) {
    add(name, second, Shares.nothing(), new ExternalScore(total));
  }

  private void add(String name, int second, VitalSigns values, @Nullable ExternalScore score) {
    ReadObservation said =
        new ReadObservation(
            "Observation",
            new SourceKey.ByContent(name),
            name,
            new SubjectReference.ById(ADA),
            Intent.RECORD,
            EIGHT.plusSeconds(second),
            values,
            Shares.told(values),
            score,
            null,
            List.of(),
            Map.of());
    MessageIdentity identity = new MessageIdentity(new CommandKey(name), name);
    messages.add(new Message(messages.size(), said, ADA, identity));
  }

  private List<String> sets() {
    return Grouping.of(messages, SPAN).stream().map(GroupingTest::names).toList();
  }

  private static String names(MessageSet set) {
    return String.join(
        "", set.messages().stream().map(message -> message.identity().content()).toList());
  }
}
