package health.vigil.ward;

import org.jspecify.annotations.Nullable;

/** A message that a ward wants to see; the live stream filters by it. */
public interface ConcernsWard {
  /** The bed concerned, or null when the patient lies in none. */
  @Nullable BedId bed();
}
