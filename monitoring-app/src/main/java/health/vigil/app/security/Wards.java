package health.vigil.app.security;

import health.vigil.ward.WardId;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The wards that somebody works on.
 *
 * @param all whether it is the whole hospital, whatever is named
 */
public record Wards(boolean all, Set<WardId> named) {
  public static final Wards ALL = new Wards(true, Set.of());
  public static final Wards NONE = new Wards(false, Set.of());

  public Wards {
    named = Set.copyOf(named);
  }

  /** Whether the ward is one of them; a place in no ward is only in the whole hospital. */
  public boolean include(@Nullable WardId ward) {
    return all || (ward != null && named.contains(ward));
  }

  /** These and those. */
  Wards and(Wards others) {
    Set<WardId> both = new HashSet<>(named);
    both.addAll(others.named);
    return new Wards(all || others.all, both);
  }
}
