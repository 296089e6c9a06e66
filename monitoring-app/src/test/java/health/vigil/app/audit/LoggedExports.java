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
