package health.vigil.app.reading;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list.
 *
 * @param next the cursor of the next page; absent on the last one
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Page<T>(List<T> items, @Nullable String next) {
  public Page {
    items = List.copyOf(items);
  }

  /**
   * @param next where the next page starts, in the words of whoever reads it
   */
  public static <T> Page<T> of(List<T> items, @Nullable String next) {
    return new Page<>(items, next == null ? null : Cursor.encode(next));
  }
}
