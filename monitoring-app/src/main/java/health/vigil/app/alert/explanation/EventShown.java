package health.vigil.app.alert.explanation;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An event of the log that counted.
 *
 * @param role what it was in this, such as "the breach"
 */
@Schema(name = "ExplainingEvent")
record EventShown(long position, Instant recordedAt, String type, String role) {
  static EventShown of(Fact fact, String role) {
    return new EventShown(fact.position(), fact.recordedAt(), fact.type(), role);
  }
}
