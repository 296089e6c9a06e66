package health.vigil.app.migration;

import java.nio.file.*;
import java.sql.*;

/** Stands in for the migration: makes a table as the owner and grants it to the serving role. */
public class Migrate {
  public static void main(String[] arguments) throws Exception {
    if ("broken".equals(System.getenv("FAKE_MIGRATION"))) {
      System.out.println("Migration 7 does not fit.");
      System.exit(1);
    }
    try (Connection connection =
            DriverManager.getConnection(
                System.getenv("VIGIL_OWNER_URL"),
                System.getenv("VIGIL_OWNER_USER"),
                System.getenv("VIGIL_OWNER_PASSWORD"));
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE TABLE IF NOT EXISTS vigil.starts (at timestamptz DEFAULT now())");
      statement.execute("INSERT INTO vigil.starts DEFAULT VALUES");
      statement.execute("GRANT SELECT ON vigil.starts TO " + System.getenv("VIGIL_SERVING_USER"));
    }
    Files.writeString(
        Path.of(System.getenv("FAKE_NOTES"), "order"),
        "migrated\n",
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND);
  }
}
