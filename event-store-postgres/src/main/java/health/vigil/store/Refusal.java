package health.vigil.store;

import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/**
 * Why PostgreSQL refused an append, told without a single stored value.
 *
 * <p>PostgreSQL and its driver quote values in messages, details and hints; of those only the SQL
 * state, the constraint and, where the machine rather than the data is to blame, the message are
 * passed on.
 */
final class Refusal {

  private static final Pattern TAKEN =
      Pattern.compile("=\\((?<stream>.*), (?<sequence>\\d+)\\)", Pattern.DOTALL);
  private static final Pattern MACHINE = Pattern.compile("(08|25|40|53|54|57|58).{3}");

  private Refusal() {}

  /** The same SQL state without cause, detail or values. */
  static SQLException withoutValues(SQLException refused) {
    SQLException clean =
        new SQLException(text(refused), refused.getSQLState(), refused.getErrorCode());
    clean.setStackTrace(refused.getStackTrace());
    return clean;
  }

  private static String text(SQLException refused) {
    String state = Objects.requireNonNullElse(refused.getSQLState(), "unknown");
    String constraint =
        server(refused)
            .map(ServerErrorMessage::getConstraint)
            .map(name -> ", constraint " + name)
            .orElse("");
    String message =
        MACHINE.matcher(state).matches()
            ? server(refused).map(error -> ": " + error.getMessage()).orElse("")
            : "";
    return "PostgreSQL refused it, SQL state " + state + constraint + message;
  }

  /** The event whose place in its stream was taken, else the first one. */
  static EventMessage<?> culprit(SQLException refused, List<? extends EventMessage<?>> events) {
    Matcher taken = TAKEN.matcher(server(refused).map(ServerErrorMessage::getDetail).orElse(""));
    if (!taken.find()) {
      return events.get(0);
    }
    String stream = taken.group("stream");
    long sequence = Long.parseLong(taken.group("sequence"));
    return events.stream()
        .filter(event -> isAt(event, stream, sequence))
        .<EventMessage<?>>map(event -> event)
        .findFirst()
        .orElse(events.get(0));
  }

  private static boolean isAt(EventMessage<?> event, String stream, long sequence) {
    return event instanceof DomainEventMessage<?> domain
        && stream.equals(domain.getAggregateIdentifier())
        && sequence == domain.getSequenceNumber();
  }

  private static Optional<ServerErrorMessage> server(@Nullable Throwable refused) {
    return refused instanceof PSQLException postgres
        ? Optional.ofNullable(postgres.getServerErrorMessage())
        : Optional.empty();
  }
}
