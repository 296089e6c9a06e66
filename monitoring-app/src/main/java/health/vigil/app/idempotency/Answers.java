package health.vigil.app.idempotency;

import jakarta.ws.rs.core.Response;
import java.net.URI;

/** Answers to writes. */
public final class Answers {
  /** The header that tells by what a client can follow what it did. */
  public static final String CORRELATION = "X-Correlation-Id";

  private Answers() {}

  /** 201 with the place of what was made. */
  public static Response created(String location, Object body) {
    return Response.created(URI.create(location)).entity(body).build();
  }
}
