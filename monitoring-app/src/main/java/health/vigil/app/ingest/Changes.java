package health.vigil.app.ingest;

import health.vigil.patient.PatientId;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Where in the log something was recorded last that ends what stands for readings: of a patient, or
 * of one device. Holds so many at most; of older ones it knows only that there may be some.
 */
final class Changes {
  private final Map<Object, Long> positions;
  private long knownSince;

  private record Device(PatientId patient, String device) {}

  /**
   * @param knownSince what was recorded up to here is not known
   */
  Changes(int atMost, long knownSince) {
    this.knownSince = knownSince;
    this.positions =
        new LinkedHashMap<>(16, 0.75f, true) {
          private static final long serialVersionUID = 1L;

          @Override
          protected boolean removeEldestEntry(Map.Entry<Object, Long> eldest) {
            boolean tooMany = size() > atMost;
            if (tooMany) {
              forgotten(eldest.getValue());
            }
            return tooMany;
          }
        };
  }

  synchronized void of(PatientId patient, long position) {
    positions.put(patient, position);
  }

  synchronized void of(PatientId patient, String device, long position) {
    positions.put(new Device(patient, device), position);
  }

  /** Whether there is, or may be, something after a position that concerns this device. */
  synchronized boolean after(long position, PatientId patient, String device) {
    return position < knownSince
        || positions.getOrDefault(patient, 0L) > position
        || positions.getOrDefault(new Device(patient, device), 0L) > position;
  }

  private void forgotten(long position) {
    knownSince = Math.max(knownSince, position);
  }
}
