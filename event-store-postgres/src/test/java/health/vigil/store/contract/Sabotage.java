package health.vigil.store.contract;

import java.sql.SQLException;

/** Changes to the functions of the log, each a mistake that somebody could make. */
final class Sabotage {

  private static final String LOCK = "FROM vigil.log_head h FOR UPDATE";

  private Sabotage() {}

  static void numberBeforeTheLock(Database database) throws SQLException {
    database.execute("CREATE SEQUENCE vigil.numbers");
    change(
        database,
        "append",
        new Change(LOCK, "FROM vigil.log_head h"),
        new Change("newest := newest + 1;", "newest := nextval('vigil.numbers');"),
        new Change(
            "UPDATE vigil.log_head", "PERFORM pg_sleep(random() * 0.02); UPDATE vigil.log_head"));
  }

  static void refuseTheWholeGroup(Database database) throws SQLException {
    change(
        database,
        "append",
        new Change(
            "is_looked_up := true;",
            """
            FOR i IN 1 .. events LOOP
              IF appends[i] <> ALL (refused) THEN
                append := appends[i];
                collision := 'stream';
                place := i;
                held_by := head.position;
                RETURN NEXT;
                refused := refused || append;
              END IF;
            END LOOP;
            is_looked_up := true;
            """));
  }

  static void shuffleTheGroup(Database database) throws SQLException {
    change(
        database,
        "append",
        new Change(
            "FOR i IN 1 .. events LOOP\n      IF appends[i]",
            "FOR i IN REVERSE events .. 1 LOOP\n      IF appends[i]"));
  }

  static void chainToNothing(Database database) throws SQLException {
    change(database, "append", new Change("encode(link, 'hex')", "repeat('0', 64)"));
  }

  static void unfence(Database database) throws SQLException {
    change(database, "append", new Change("BEGIN", "BEGIN PERFORM pg_advisory_unlock_all();"));
  }

  static void doNotFlush(Database database) throws SQLException {
    change(
        database,
        "append",
        new Change("BEGIN", "BEGIN PERFORM set_config('synchronous_commit', 'off', true);"));
  }

  private record Change(String from, String to) {}

  private static void change(Database database, String function, Change... changes)
      throws SQLException {
    String definition =
        database.ask(
            "SELECT pg_get_functiondef(oid) FROM pg_proc WHERE proname = '"
                + function
                + "' AND pronamespace = 'vigil'::regnamespace");
    for (Change change : changes) {
      int at = definition.indexOf(change.from);
      if (at < 0) {
        throw new IllegalStateException(
            "vigil." + function + " no longer says " + change.from + ": break it in another way");
      }
      definition =
          definition.substring(0, at) + change.to + definition.substring(at + change.from.length());
    }
    database.execute(definition);
  }
}
