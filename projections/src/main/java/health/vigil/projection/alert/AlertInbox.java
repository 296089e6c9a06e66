package health.vigil.projection.alert;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of alerts: open ones first, of these the most urgent first, then the newest; after them
 * what is over, the newest first. An alert whose urgency changes between two pages may stand on
 * both, or on none.
 *
 * @param position how far in the log the inbox has come, never more than its alerts show
 * @param next the cursor of the page that follows, null on the last
 */
public record AlertInbox(long position, List<InboxAlert> alerts, @Nullable String next) {
  public AlertInbox {
    alerts = List.copyOf(alerts);
  }
}
