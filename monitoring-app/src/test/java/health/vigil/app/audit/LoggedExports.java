package health.vigil.app.audit;

import health.vigil.app.Api;
import health.vigil.app.Database;
import health.vigil.app.Database.StoredEvent;
import java.sql.SQLException;

/**
 * Events that concern nobody and that nobody follows: exports, as if another node had noted them.
 */
final class LoggedExports {
  private static final String PAYLOAD =
      """
      {"exportId":"%1$s","part":{"epoch":"0","first":1,"last":1,"before":"","hash":""},"count":1,"reason":"%2$s",\
      "at":"2026-11-23T09:00:00Z"}""";

  private static final String MANY =
      """
      SELECT vigil.append(array_agg(0), array_agg(id), array_agg(id), array_agg(0::bigint), array_agg('LogExport'::text),
        array_agg(clock_timestamp()), array_agg('LogExported'::text), array_agg('1'::text),
        array_agg(format('%s', repeat('x', %d))), array_agg('{"actor":"auditor"}'::text))
      FROM (SELECT gen_random_uuid()::text AS id FROM generate_series(1, %d)) AS events
      """;

  private LoggedExports() {}

  /** The position of a new one. */
  static long append(String actor, String reason) throws SQLException {
    String id = Api.unique("export");
    return Database.append(
        new StoredEvent(
            id,
            "LogExport",
            "LogExported",
            "1",
            PAYLOAD.formatted(id, reason),
            "{\"actor\":\"" + actor + "\"}"));
  }

  /** Many at once, each with a reason of so many letters. */
  static void appendAtOnce(int events, int letters) throws SQLException {
    Database.tamper(MANY.formatted(PAYLOAD.formatted("many", "%s"), letters, events));
  }

  /** Something that no event is, in place of what was stored, for as long as it is open. */
  static AutoCloseable spoilt(long position) throws SQLException {
    Database.tamper(
        "CREATE TABLE spoilt AS SELECT payload FROM vigil.events WHERE position = " + position);
    Database.tamper("UPDATE vigil.events SET payload = '[]' WHERE position = " + position);
    return () ->
        Database.tamper(
            "UPDATE vigil.events SET payload = (SELECT payload FROM spoilt) WHERE position = "
                + position
                + "; DROP TABLE spoilt");
  }
}
