package health.vigil.app.fhir.reading;

import java.util.regex.Pattern;
import org.hl7.fhir.r4.model.Reference;
import org.jspecify.annotations.Nullable;

/** Reads what measured: by its identifier or relative reference, never by words about it. */
final class Devices {
  private static final Pattern IDENTIFIER = Pattern.compile("[\\x20-\\x7e]{1,100}");
  private static final Pattern RELATIVE =
      Pattern.compile("(Device|DeviceMetric)/[A-Za-z0-9.-]{1,64}");

  private Devices() {}

  static @Nullable String read(Reference device) {
    String identifier = device.getIdentifier().getValue();
    if (identifier != null && IDENTIFIER.matcher(identifier).matches()) {
      return identifier.strip();
    }
    String reference = device.getReference();
    return reference != null && RELATIVE.matcher(reference).matches() ? reference : null;
  }
}
