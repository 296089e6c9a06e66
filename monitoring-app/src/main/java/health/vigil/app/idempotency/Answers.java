package health.vigil.app.idempotency;

import jakarta.ws.rs.core.Response;
import java.net.URI;

/** Answers to writes. */
public final class Answers {
  private Answers() {}

  /** 201 with the place of what was made. */
  public static Response created(String location, Object body) {
    return Response.created(URI.create(location)).entity(body).build();
  }
}
