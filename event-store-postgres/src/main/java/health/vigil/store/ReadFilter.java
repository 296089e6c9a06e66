package health.vigil.store;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a reader of the log does not want, so that the database leaves it out.
 *
 * <p>An exclusion, never an inclusion: an event of a type or revision that nobody knows always
 * comes through, and fails with its position. It saves work and promises nothing: an event that is
 * excluded may be shown nevertheless, so that the reader's token moves on.
 */
public record ReadFilter(Set<Stored> excluded) {

  /** Everything comes through. */
  public static final ReadFilter NONE = new ReadFilter(Set.of());

  public ReadFilter {
    excluded = Set.copyOf(excluded);
  }

  /** Everything but these. */
  public static ReadFilter without(Collection<Stored> excluded) {
    return new ReadFilter(Set.copyOf(excluded));
  }

  /** The types of what is excluded, each beside its revision at the same place. */
  public List<String> types() {
    return excluded.stream().map(Stored::type).toList();
  }

  /** The revisions of what is excluded; that of a type without one is empty. */
  public List<String> revisions() {
    return excluded.stream().map(each -> each.revision() == null ? "" : each.revision()).toList();
  }

  /**
   * Events as they are stored, before any upcaster.
   *
   * @param type their logical name
   */
  public record Stored(String type, @Nullable String revision) {}
}
