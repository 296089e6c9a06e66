package health.vigil.app.problem;

import static org.assertj.core.api.Assertions.assertThat;

import health.vigil.refusal.Refusal;
import health.vigil.store.AppendRefusedException;
import health.vigil.store.OutcomeUnknownException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProblemsTest {
  private final Problems problems = new Problems();

  @Test
  void each_kind_of_refusal_has_its_status() {
    assertThat(status(Refusal.notFound("patient"))).isEqualTo(404);
    assertThat(status(Refusal.conflict("bed-taken", "The bed is taken."))).isEqualTo(409);
    assertThat(status(Refusal.stale(1, 2))).isEqualTo(412);
    assertThat(status(Refusal.invalid("pulse", "0 to 350"))).isEqualTo(422);
  }

  @Test
  void a_refusal_keeps_its_code_fields_and_details() {
    Problem conflict =
        known(Refusal.conflict("collision", "Taken.", Map.of("start", "08:00"))).orElseThrow();
    Problem invalid = known(Refusal.invalid("pulse", "0 to 350")).orElseThrow();

    assertThat(conflict.type()).isEqualTo("/problems/collision");
    assertThat(conflict.more()).isEqualTo(Map.of("start", "08:00"));
    assertThat(invalid.errors()).containsExactly(new Refusal.FieldError("pulse", "0 to 350"));
  }

  @Test
  void a_refusal_is_found_below_what_wraps_it() {
    assertThat(status(new CompletionException(new WebApplicationException(Refusal.stale(1, 2)))))
        .isEqualTo(412);
  }

  @Test
  void what_the_framework_refuses_keeps_its_status() {
    assertThat(known(new NotFoundException()).orElseThrow().code()).isEqualTo("not-found");
    assertThat(status(new WebApplicationException(418))).isEqualTo(418);
  }

  @ParameterizedTest
  @ValueSource(strings = {"08006", "40P01", "53300", "57P01"})
  void a_database_that_is_away_for_a_moment_is_worth_another_try(String state) {
    assertThat(status(new EventStoreException("", new SQLException("", state)))).isEqualTo(503);
  }

  @Test
  void an_append_that_was_not_taken_has_recorded_nothing() {
    Problem busy = known(new AppendRefusedException("no room")).orElseThrow();

    assertThat(busy.status()).isEqualTo(503);
    assertThat(busy.code()).isEqualTo("log-busy");
    assertThat(busy.detail()).contains("recorded nothing");
  }

  @Test
  void an_append_of_which_nobody_knows_is_never_called_anything_else() {
    Exception lost = new SQLException("", "08006");
    Exception unknown = new OutcomeUnknownException();
    unknown.initCause(lost);

    Problem problem = known(new RuntimeException(unknown)).orElseThrow();

    assertThat(problem.status()).isEqualTo(503);
    assertThat(problem.code()).isEqualTo("outcome-unknown");
    assertThat(problem.detail()).startsWith("It may have been recorded, or not.");
  }

  @Test
  void too_many_at_once_are_worth_another_try() {
    assertThat(status(new ConcurrencyException(""))).isEqualTo(503);
    assertThat(status(new RuntimeException(new SQLException("Acquisition timeout"))))
        .isEqualTo(503);
  }

  @Test
  void what_nobody_foresaw_is_no_known_problem_and_its_message_stays_here() {
    assertThat(known(new IllegalStateException("Meadows"))).isEmpty();
    assertThat(known(new RuntimeException(new SQLException("", "23505")))).isEmpty();
    assertThat(problems.unknown().status()).isEqualTo(500);
    assertThat(UnforeseenFailures.describe(new IllegalStateException("Meadows")))
        .contains("IllegalStateException")
        .contains("ProblemsTest")
        .doesNotContain("Meadows");
  }

  private int status(Throwable failure) {
    return known(failure).orElseThrow().status();
  }

  private Optional<Problem> known(Throwable failure) {
    return problems.known(failure);
  }
}
