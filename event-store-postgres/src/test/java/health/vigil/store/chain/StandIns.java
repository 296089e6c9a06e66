package health.vigil.store.chain;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import net.thisptr.jackson.jq.BuiltinFunctionLoader;
import net.thisptr.jackson.jq.JsonQuery;
import net.thisptr.jackson.jq.Scope;
import net.thisptr.jackson.jq.Versions;

/**
 * Programs of the documentation that a machine may lack: {@code jq -r -f PROGRAM FILE} and {@code
 * psql -A -t} with one query on its input.
 */
final class StandIns {

  private StandIns() {}

  public static void main(String[] arguments) throws IOException, SQLException {
    try (PrintStream output = new PrintStream(System.out, false, UTF_8)) {
      if (arguments[0].equals("jq")) {
        jq(Path.of(arguments[3]), Path.of(arguments[4]), output);
      } else {
        psql(new String(System.in.readAllBytes(), UTF_8), output);
      }
    }
  }

  private static void jq(Path program, Path file, PrintStream output) throws IOException {
    Scope scope = Scope.newEmptyScope();
    BuiltinFunctionLoader.getInstance().loadFunctions(Versions.JQ_1_6, scope);
    JsonQuery query = JsonQuery.compile(Files.readString(program), Versions.JQ_1_6);
    try (MappingIterator<JsonNode> values =
        new ObjectMapper().readerFor(JsonNode.class).readValues(file.toFile())) {
      while (values.hasNext()) {
        query.apply(scope, values.next(), found -> output.print(found.asText() + "\n"));
      }
    }
  }

  private static void psql(String input, PrintStream output) throws SQLException {
    Map<String, String> where = System.getenv();
    String url =
        "jdbc:postgresql://%s:%s/%s"
            .formatted(where.get("PGHOST"), where.get("PGPORT"), where.get("PGDATABASE"));
    String query = String.join("\n", input.lines().filter(line -> !line.startsWith("\\")).toList());
    try (Connection connection =
            DriverManager.getConnection(url, where.get("PGUSER"), where.get("PGPASSWORD"));
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      while (rows.next()) {
        output.print(rows.getString(1) + "\n");
      }
    }
  }

  /** Writes scripts of those names into a folder. */
  static void write(Path folder) throws IOException {
    for (String name : List.of("jq", "psql")) {
      Path script = folder.resolve(name);
      Files.writeString(
          script,
          "#!/bin/sh\nexec \"$STAND_IN_JAVA\" -cp \"$STAND_IN_CLASS_PATH\" %s %s \"$@\"\n"
              .formatted(StandIns.class.getName(), name));
      if (!script.toFile().setExecutable(true)) {
        throw new IOException("the stand-in can not be made executable");
      }
    }
  }
}
