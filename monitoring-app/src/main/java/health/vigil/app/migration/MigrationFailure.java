package health.vigil.app.migration;

import java.sql.SQLException;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.jspecify.annotations.Nullable;

/** One sentence on why a migration failed. */
final class MigrationFailure {
  private MigrationFailure() {}

  static String sentence(FlywayException failed) {
    SQLException refused = refusedBy(failed);
    if (refused != null) {
      return reason(refused);
    }
    if (failed instanceof FlywayValidateException) {
      return "The database was migrated by another version of Vigil: a migration was changed or is"
          + " missing here.";
    }
    return "The migration failed: " + firstLine(failed);
  }

  private static String reason(SQLException refused) {
    String state = String.valueOf(refused.getSQLState());
    return switch (state.substring(0, Math.min(2, state.length()))) {
      case "08" -> "The database can not be reached: check VIGIL_OWNER_URL.";
      case "28" -> "The database refused the owner's user or password.";
      case "3D" -> "The database that VIGIL_OWNER_URL names does not exist.";
      default -> "The migration failed with SQL state " + state + ": " + firstLine(refused);
    };
  }

  private static String firstLine(Throwable failure) {
    return String.valueOf(failure.getMessage()).strip().lines().findFirst().orElse("");
  }

  private static @Nullable SQLException refusedBy(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException refused) {
        return refused;
      }
    }
    return null;
  }
}
