package health.vigil.projection.alert;

import health.vigil.projection.Progress;
import health.vigil.ward.WardId;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;

/** Reads the alert inbox. */
class AlertInboxQueries {
  private static final String FURTHER =
      "(urgency > :urgency or urgency = :urgency and"
          + " (raisedAt < :raisedAt or raisedAt = :raisedAt and alert > :alert))";
  private static final String IN_ORDER = " order by urgency, raisedAt desc, alert";

  @QueryHandler
  @Transactional
  AlertInbox handle(FindAlertInbox query) {
    // Read before the rows, so that nobody follows from ahead of what they show.
    long position = Progress.position(AlertInboxProjection.GROUP);
    Map<String, Object> values = new HashMap<>();
    String where = conditions(query, values);
    List<AlertRow> found =
        AlertRow.<AlertRow>find(where + IN_ORDER, values).range(0, query.limit()).list();
    return page(position, found, query.limit());
  }

  @QueryHandler
  @Transactional
  @Nullable InboxAlert handle(FindAlert query) {
    AlertRow found = AlertRow.find(query.alertId());
    return found == null ? null : found.read();
  }

  private static String conditions(FindAlertInbox query, Map<String, Object> values) {
    List<String> conditions = new ArrayList<>(List.of("1 = 1"));
    if (query.wards() != null) {
      conditions.add("ward in :wards");
      values.put("wards", query.wards().stream().map(WardId::value).toList());
    }
    if (!query.presences().isEmpty()) {
      conditions.add("presence in :presences");
      values.put("presences", query.presences());
    }
    if (!query.priorities().isEmpty()) {
      conditions.add("priority in :priorities");
      values.put("priorities", query.priorities());
    }
    if (query.cursor() != null) {
      InboxCursor last = InboxCursor.parse(query.cursor());
      conditions.add(FURTHER);
      values.put("urgency", last.urgency());
      values.put("raisedAt", last.raisedAt());
      values.put("alert", last.alert());
    }
    return String.join(" and ", conditions);
  }

  private static AlertInbox page(long position, List<AlertRow> found, int limit) {
    List<InboxAlert> alerts = found.stream().limit(limit).map(AlertRow::read).toList();
    boolean more = found.size() > limit;
    return new AlertInbox(position, alerts, more ? found.get(limit - 1).cursor().text() : null);
  }
}
