package health.vigil.projection.alert;

import health.vigil.alert.Presence;
import health.vigil.alert.Priority;
import health.vigil.ward.WardId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Asks for alerts, answered with an {@link AlertInbox}.
 *
 * @param wards where the patient lies, or lay when the alert ended; null for all wards
 * @param presences empty for all, open or over
 * @param priorities empty for all
 * @param limit at least 1
 * @param cursor null for the first page
 */
public record FindAlertInbox(
    @Nullable Set<WardId> wards,
    Set<Presence> presences,
    Set<Priority> priorities,
    int limit,
    @Nullable String cursor) {
  public FindAlertInbox {
    wards = wards == null ? null : Set.copyOf(wards);
    presences = Set.copyOf(presences);
    priorities = Set.copyOf(priorities);
  }
}
