package health.vigil.projection.patient;

import health.vigil.ward.WardId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Bounds a search to whom the asker may find.
 *
 * @param wards who lies in one of these
 * @param nowhere whether who lies nowhere, too
 */
public record Within(Set<WardId> wards, boolean nowhere) {
  public Within {
    wards = Set.copyOf(wards);
  }

  boolean includes(@Nullable String ward) {
    return ward == null ? nowhere : wards.contains(new WardId(ward));
  }
}
