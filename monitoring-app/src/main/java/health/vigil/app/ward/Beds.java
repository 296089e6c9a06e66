package health.vigil.app.ward;

import health.vigil.app.problem.Fields;
import health.vigil.ward.BedId;
import org.jspecify.annotations.Nullable;

/** Beds as requests name them: by ward and bed. */
public final class Beds {
  private Beds() {}

  /** The bed; null when an error was added. */
  public static @Nullable BedId of(Fields fields, @Nullable String ward, @Nullable String bed) {
    String inWard = ward == null ? "" : ward;
    return fields.convert("bed", bed == null ? "" : bed, name -> BedId.of(inWard, name));
  }
}
