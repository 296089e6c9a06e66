package health.vigil.app.audit;

import health.vigil.app.reading.Page;
import health.vigil.app.reading.PageRequest;
import health.vigil.axon.command.Metadata;
import health.vigil.refusal.Refusal;
import health.vigil.store.EventLog;
import health.vigil.store.LogSearch;
import health.vigil.store.LogSearch.Found;
import health.vigil.store.LogSearch.Wanted;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Pages of the log. A page is a place in the log, so that it stays what it is while others append.
 */
@Singleton
class AuditLog {
  private static final Pattern PLACE = Pattern.compile("([0-9a-z]+)-([0-9]{1,18})");

  private final EventLog log;
  private final LogSearch search;
  private final LogEntries entries;

  AuditLog(
      EventLog log, DataSource dataSource, AuditConfiguration configuration, LogEntries entries) {
    this.log = log;
    this.search = new LogSearch(dataSource, configuration.eventsAPage());
    this.entries = entries;
  }

  /**
   * @throws Refusal when the filter or the page is not acceptable
   */
  Page<LogEntry> page(LogFilter filter, PageRequest request) {
    LogFilter.Accepted asked = filter.accepted(Metadata.ACTOR);
    int limit = request.limit();
    String epoch = log.epoch();
    long after = Math.max(before(asked.recorded().from(), 0), placeOf(request.cursor(), epoch));
    long last = before(asked.recorded().to(), log.head());
    Found found =
        search.look(
            new Wanted(asked.patient(), asked.types(), asked.metadata(), after, last), limit);
    return Page.of(
        found.events().stream().map(entries::of).toList(),
        found.goOnAfter().isPresent() ? epoch + "-" + found.goOnAfter().getAsLong() : null);
  }

  /** The position of the last event that was recorded before a time. */
  private long before(@Nullable Instant time, long otherwise) {
    return time == null ? otherwise : log.positionAt(time.minus(1, ChronoUnit.MICROS)).orElse(0L);
  }

  /** A place in a log that was restored since is none in this one. */
  private static long placeOf(@Nullable String cursor, String epoch) {
    if (cursor == null) {
      return 0;
    }
    Matcher place = PLACE.matcher(cursor);
    if (!place.matches() || !place.group(1).equals(epoch)) {
      throw Refusal.invalid("cursor", "the next of an earlier page of this log");
    }
    return Long.parseLong(place.group(2));
  }
}
