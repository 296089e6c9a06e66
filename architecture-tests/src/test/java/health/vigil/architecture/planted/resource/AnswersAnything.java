package health.vigil.architecture.planted.resource;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

@Path("/planted")
class AnswersAnything {
  @GET
  Response answer() {
    return Response.accepted("{}").build();
  }
}
