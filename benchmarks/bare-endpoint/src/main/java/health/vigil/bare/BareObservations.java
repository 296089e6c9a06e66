package health.vigil.bare;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Each body becomes a row, committed by itself. */
@Path("/observations")
@Consumes(MediaType.APPLICATION_JSON)
class BareObservations {
  private static final String INSERT =
      "INSERT INTO vigil.bare_observations (body) VALUES (?::json)";

  private static final String APPEND =
      """
      SELECT last_position FROM vigil.bare_append(ARRAY[0], ARRAY[gen_random_uuid()::text],
        ARRAY[gen_random_uuid()::text], ARRAY[0::bigint], ARRAY['Bare'], ARRAY[now()], ARRAY['Bare'], ARRAY['1'],
        ARRAY[?::text], ARRAY['{}'])
      """;

  private final DataSource database;

  BareObservations(DataSource database) {
    this.database = database;
  }

  /** A row of a table with nothing but its key. */
  @POST
  public Response record(String body) throws SQLException {
    return run(INSERT, body);
  }

  /** An event of a log as Vigil's, with its one head, its chain, its indexes, its notification. */
  @POST
  @Path("logged")
  public Response log(String body) throws SQLException {
    return run(APPEND, body);
  }

  private Response run(String insertion, String body) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement insert = connection.prepareStatement(insertion)) {
      insert.setString(1, body);
      insert.execute();
    }
    return Response.status(Response.Status.CREATED).build();
  }
}
