package health.vigil.rebuild;

import java.sql.SQLException;

/** The database refused a statement, or could not be reached. */
class TablesFailed extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private static final String LOCK_NOT_AVAILABLE = "55P03";
  private static final String DEADLOCK = "40P01";

  private final String state;

  TablesFailed(SQLException cause) {
    super("The database refused a statement (SQL state " + cause.getSQLState() + ")", cause);
    this.state = String.valueOf(cause.getSQLState());
  }

  /** Whether somebody else used the tables for the moment. */
  boolean isOfLocks() {
    return state.equals(LOCK_NOT_AVAILABLE) || state.equals(DEADLOCK);
  }
}
