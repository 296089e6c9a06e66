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

/** Each body becomes a row of {@code vigil.bare_observations}, committed by itself. */
@Path("/observations")
class BareObservations {
  private static final String INSERT =
      "INSERT INTO vigil.bare_observations (body) VALUES (?::json)";

  private final DataSource database;

  BareObservations(DataSource database) {
    this.database = database;
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public Response record(String body) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement insert = connection.prepareStatement(INSERT)) {
      insert.setString(1, body);
      insert.executeUpdate();
    }
    return Response.status(Response.Status.CREATED).build();
  }
}
