package health.vigil.cli.place;

import health.vigil.cli.terminal.CouldNotLook;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Says in a line why a database could not be read, and what to do. */
public final class DatabaseTrouble {

  private DatabaseTrouble() {}

  /** The line for what the database answered. */
  public static CouldNotLook of(Database database, SQLException failure) {
    return new CouldNotLook(sentence(database, failure), failure);
  }

  /** The line for a failure that an {@link SQLException} led to, somewhere among its causes. */
  public static CouldNotLook of(Database database, RuntimeException failure) {
    String sentence =
        sqlCause(failure)
            .map(sql -> sentence(database, sql))
            .orElseGet(() -> "The log at %s could not be read.".formatted(database.address()));
    return new CouldNotLook(sentence, failure);
  }

  private static Optional<SQLException> sqlCause(@Nullable Throwable failure) {
    for (Throwable each = failure; each != null; each = each.getCause()) {
      if (each instanceof SQLException sql) {
        return Optional.of(sql);
      }
    }
    return Optional.empty();
  }

  private static String sentence(Database database, SQLException reason) {
    String state = Optional.ofNullable(reason.getSQLState()).orElse("");
    return switch (state) {
      case "28000", "28P01" ->
          "The PostgreSQL at %s does not let %s in: %s. See to VIGIL_DATABASE_USER and VIGIL_DATABASE_PASSWORD."
              .formatted(database.address(), database.user(), firstLine(reason));
      case "3D000" ->
          "There is no such database at %s. See to VIGIL_DATABASE_URL."
              .formatted(database.address());
      case "3F000", "42P01" ->
          "The database at %s has no log of Vigil. See to VIGIL_DATABASE_URL, or make one with ./vigil migrate."
              .formatted(database.address());
      case "42501" ->
          "%s may not read the log at %s: the role needs USAGE on the schema vigil, and SELECT on vigil.events and vigil.log_head."
              .formatted(database.user(), database.address());
      case "24000" ->
          "The log at %s has no head: the row of vigil.log_head is gone, and with it the claim where the log ends."
              .formatted(database.address());
      default ->
          state.startsWith("08")
              ? "The PostgreSQL at %s does not answer: %s. Is it running? See to VIGIL_DATABASE_URL."
                  .formatted(database.address(), firstLine(reason))
              : "The PostgreSQL at %s stopped answering: %s."
                  .formatted(database.address(), firstLine(reason));
    };
  }

  private static String firstLine(SQLException reason) {
    String message = Optional.ofNullable(reason.getMessage()).orElse("it gives no reason");
    return message.lines().findFirst().orElse("").replaceFirst("\\.$", "");
  }
}
