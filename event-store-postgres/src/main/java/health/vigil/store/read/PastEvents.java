package health.vigil.store.read;

import health.vigil.store.ReadFilter;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.postgresql.PGStatement;

/**
 * Events of the past that somebody chooses, upcast and decoded as whoever follows the log gets
 * them. What is appended meanwhile does not matter to what has been recorded.
 *
 * <p>An event of a type or revision that nobody knows is never skipped where it was not left out by
 * its name: reading fails with an {@link health.vigil.store.UnreadableEventException}.
 */
public final class PastEvents {

  private static final String EVENTS =
      "SELECT position, " + StoredEvent.COLUMNS + " FROM vigil.events ";

  private static final String ABOUT =
      EVENTS
          + """
          WHERE (metadata ->> 'subject') = ? AND position > ? AND position <= ?
            AND (payload_type, coalesce(payload_revision, '')) NOT IN (SELECT * FROM unnest(?::text[], ?::text[]))
          """;
  private static final String IN_ORDER = " ORDER BY position LIMIT " + Blocks.ROWS;
  private static final String HAVING = ABOUT + " AND payload ->> ? = ANY (?)" + IN_ORDER;

  /** Byte by byte, so that what begins alike lies together whatever the database's collation. */
  private static final String NEWEST =
      EVENTS
          + """
          WHERE position IN (
            SELECT max(position) FROM vigil.events
            WHERE stream_type = ? AND stream_id COLLATE "C" >= ? AND stream_id COLLATE "C" < ? AND position <= ?
            GROUP BY stream_id)
          ORDER BY position
          """;

  /** After every other character. */
  private static final String LAST = Character.toString(Character.MAX_CODE_POINT);

  private final Queries queries;
  private final Decoding decoding;

  public PastEvents(Queries queries, Serializer serializer, EventUpcaster upcasters) {
    this.queries = queries;
    this.decoding = new Decoding(serializer, upcasters);
  }

  /**
   * Some of the events about one subject.
   *
   * @param after the position before the first that may come
   * @param upTo the last position that may come
   * @param filter what does not come
   */
  public record About(String subject, long after, long upTo, ReadFilter filter) {}

  /** In the order of the log, block by block. */
  public void read(About about, Consumer<List<TrackedEventMessage<?>>> reader) {
    read(List.of(about), reader);
  }

  /**
   * One after the other, each in the order of the log, block by block. While a block is in the
   * hands of the reader the next is read and decoded, outside of the reader's transaction.
   */
  public void read(List<About> all, Consumer<List<TrackedEventMessage<?>>> reader) {
    Optional<CompletableFuture<Page>> ahead = Step.first(all).map(this::begin);
    while (ahead.isPresent()) {
      Page page = joined(ahead.get());
      ahead = page.next().map(this::begin);
      if (!page.events().isEmpty()) {
        reader.accept(page.events());
      }
    }
  }

  private CompletableFuture<Page> begin(Step step) {
    return CompletableFuture.supplyAsync(() -> page(step), PastEvents::start);
  }

  private static void start(Runnable task) {
    Thread thread = new Thread(task, "log-past");
    thread.setDaemon(true);
    thread.start();
  }

  private Page page(Step step) {
    About about = step.all().get(step.place());
    Block block =
        block(step.after(), rows(ABOUT + IN_ORDER, binding(about, step.after(), none -> {})));
    return new Page(block.rows().isEmpty() ? List.of() : decoded(block), step.beyond(block));
  }

  private static Page joined(CompletableFuture<Page> page) {
    try {
      return page.join();
    } catch (CompletionException failed) {
      throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
    }
  }

  /** Decoded events, and where to read on; empty at the end. */
  private record Page(List<TrackedEventMessage<?>> events, Optional<Step> next) {}

  /** A place in a list of what is to be read, and the position in the log after which to go on. */
  private record Step(List<About> all, int place, long after) {
    static Optional<Step> first(List<About> all) {
      return all.isEmpty() ? Optional.empty() : Optional.of(new Step(all, 0, all.get(0).after()));
    }

    Optional<Step> beyond(Block block) {
      if (!block.last()) {
        return Optional.of(new Step(all, place, block.upTo()));
      }
      return place + 1 == all.size()
          ? Optional.empty()
          : Optional.of(new Step(all, place + 1, all.get(place + 1).after()));
    }
  }

  /**
   * As {@link #read(About, Consumer)}, those only whose payload has one of the values in a field.
   */
  public void read(
      About about,
      String field,
      Collection<String> values,
      Consumer<List<TrackedEventMessage<?>>> reader) {
    Queries.Binding having =
        statement -> {
          statement.setString(6, field);
          statement.setArray(7, Blocks.texts(statement, List.copyOf(values)));
        };
    long after = about.after();
    Block block;
    do {
      block = block(after, rows(HAVING, binding(about, after, having)));
      if (!block.rows().isEmpty()) {
        reader.accept(decoded(block));
      }
      after = block.upTo();
    } while (!block.last());
  }

  /** The newest event by then of each stream of a type whose name begins so; by position. */
  public List<TrackedEventMessage<?>> newestOfStreams(
      String streamType, String beginning, long upTo) {
    return decoded(
        block(
            0,
            rows(
                NEWEST,
                statement -> {
                  statement.setString(1, streamType);
                  statement.setString(2, beginning);
                  statement.setString(3, beginning + LAST);
                  statement.setLong(4, upTo);
                })));
  }

  private static Queries.Binding binding(About about, long after, Queries.Binding further) {
    return statement -> {
      statement.setString(1, about.subject());
      statement.setLong(2, after);
      statement.setLong(3, about.upTo());
      statement.setArray(4, Blocks.texts(statement, about.filter().types()));
      statement.setArray(5, Blocks.texts(statement, about.filter().revisions()));
      further.apply(statement);
    };
  }

  private static Block block(long after, List<StoredEvent> rows) {
    long upTo = rows.isEmpty() ? after : rows.get(rows.size() - 1).position();
    return new Block(after, upTo, rows, rows.size() < Blocks.ROWS);
  }

  private List<TrackedEventMessage<?>> decoded(Block block) {
    Chunk chunk = decoding.chunk(block);
    if (chunk.failure() != null) {
      throw chunk.failure();
    }
    return chunk.events();
  }

  private List<StoredEvent> rows(String sql, Queries.Binding binding) {
    return queries.read(
        sql,
        statement -> {
          // Prepared by the server at once, so that numbers and times do not come as text.
          statement.unwrap(PGStatement.class).setPrepareThreshold(1);
          binding.apply(statement);
        },
        StoredEvent::of);
  }
}
