package health.vigil.app.reading;

import health.vigil.refusal.Refusal;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which part of a list is asked for. */
public class PageRequest {
  private static final int DEFAULT = 50;
  private static final int MOST = 500;

  @Parameter(description = "Items on the page, 1 to 500; 50 unless given")
  @QueryParam("limit")
  @Nullable Integer limit;

  @Parameter(description = "The next of the page before")
  @QueryParam("cursor")
  @Nullable String cursor;

  /**
   * @throws Refusal when it is out of bounds
   */
  public int limit() {
    if (limit == null) {
      return DEFAULT;
    }
    if (limit < 1 || limit > MOST) {
      throw Refusal.invalid("limit", "1 to " + MOST);
    }
    return limit;
  }

  /**
   * Where the page starts, in the words of whoever wrote it; null for the first page.
   *
   * @throws Refusal when it is none that was given out
   */
  public @Nullable String cursor() {
    return Cursor.decode(cursor);
  }
}
