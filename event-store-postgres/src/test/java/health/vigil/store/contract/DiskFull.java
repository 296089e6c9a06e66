package health.vigil.store.contract;

import java.sql.SQLException;

/** A database whose disk is full, once. */
final class DiskFull {

  private DiskFull() {}

  /** When the events are written. */
  static void atTheInsert(Database database) throws SQLException {
    install(database, "TRIGGER disk_full BEFORE INSERT ON vigil.events FOR EACH STATEMENT");
  }

  /** When they are all written, and the commit is what fails. */
  static void atTheCommit(Database database) throws SQLException {
    install(
        database,
        "CONSTRAINT TRIGGER disk_full AFTER INSERT ON vigil.events"
            + " DEFERRABLE INITIALLY DEFERRED FOR EACH ROW");
  }

  /** What a sequence has given is never taken back, so the failure remembers that it has been. */
  private static void install(Database database, String trigger) throws SQLException {
    database.execute(
        """
        CREATE SEQUENCE IF NOT EXISTS vigil.disk_full;
        CREATE OR REPLACE FUNCTION vigil.disk_full() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS
        'BEGIN
          IF nextval(''vigil.disk_full'') = 1 THEN
            RAISE EXCEPTION ''could not extend file'' USING ERRCODE = ''53100'';
          END IF;
          RETURN NEW;
        END';
        ALTER SEQUENCE vigil.disk_full RESTART;
        """
            + "CREATE "
            + trigger
            + " EXECUTE FUNCTION vigil.disk_full()");
  }

  static void isOver(Database database) throws SQLException {
    database.execute("DROP TRIGGER disk_full ON vigil.events");
  }
}
