package health.vigil.monitoring;

import health.vigil.monitoring.vitals.InEnumOrder;
import health.vigil.monitoring.vitals.Vital;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One message of a set that came as several.
 *
 * @param vitals what the message told of, empty for one that brought a score alone
 */
public record SetPart(
    PartId id, Set<Vital> vitals, Instant measuredAt, @Nullable String device, Origin origin) {
  public SetPart {
    vitals = InEnumOrder.copyOf(Vital.class, vitals);
  }
}
