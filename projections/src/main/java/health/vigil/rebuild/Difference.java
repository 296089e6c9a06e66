package health.vigil.rebuild;

import java.util.List;

/**
 * A row that is not what the log says. No value of it is shown: it may tell about a person.
 *
 * @param key of the row, its columns separated by slashes
 * @param columns that differ, in the order of the table; empty unless the row is {@code DIFFERENT}
 */
public record Difference(String table, String key, What what, List<String> columns) {
  public Difference {
    columns = List.copyOf(columns);
  }

  /** How a row is wrong. */
  public enum What {
    /** It is there, and says something else than the log. */
    DIFFERENT,
    /** The log leads to it, and it is not there. */
    MISSING,
    /** It is there, and nothing in the log leads to it. */
    EXTRA
  }
}
