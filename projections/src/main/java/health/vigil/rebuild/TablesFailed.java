package health.vigil.rebuild;

import java.sql.SQLException;

/** The database refused a statement, or could not be reached. */
class TablesFailed extends RuntimeException {
  private static final long serialVersionUID = 1L;

  TablesFailed(SQLException cause) {
    super("The database refused a statement (SQL state " + cause.getSQLState() + ")", cause);
  }
}
