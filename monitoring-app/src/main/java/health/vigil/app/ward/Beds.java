package health.vigil.app.ward;

import health.vigil.app.problem.Fields;
import health.vigil.ward.BedId;
import health.vigil.ward.WardId;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Beds as requests name them: by ward and bed, each 1 to 40 characters without a slash. */
public final class Beds {
  private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}\\p{P}\\p{S} &&[^/]]{1,40}");
  private static final String ACCEPTED = "1 to 40 characters, no slash";

  private Beds() {}

  /** The bed; null when an error was added. */
  public static @Nullable BedId of(Fields fields, @Nullable String ward, @Nullable String bed) {
    boolean wardIsNamed = isNamed(fields, "ward", ward);
    boolean bedIsNamed = isNamed(fields, "bed", bed);
    return wardIsNamed && bedIsNamed && ward != null && bed != null
        ? BedId.of(new WardId(ward), bed)
        : null;
  }

  private static boolean isNamed(Fields fields, String field, @Nullable String name) {
    String known = fields.require(field, name);
    boolean accepted =
        known != null && NAME.matcher(known).matches() && known.equals(known.strip());
    fields.check(field, known == null || accepted, ACCEPTED);
    return accepted;
  }
}
