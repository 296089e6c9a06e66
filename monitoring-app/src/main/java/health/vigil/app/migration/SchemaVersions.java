package health.vigil.app.migration;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** The migrations that this version of the application rests on. */
public final class SchemaVersions {
  /** Every versioned migration; a test compares it with the files. */
  public static final List<String> REQUIRED =
      List.of(
          "1", "2", "3", "10", "11", "12", "13", "14", "15", "16", "17", "18", "19", "20", "21",
          "22");

  private SchemaVersions() {}

  /** The highest of some versions, of which there is at least one. */
  public static String newest(Collection<String> versions) {
    return versions.stream().max(Comparator.comparingInt(Integer::parseInt)).orElseThrow();
  }
}
