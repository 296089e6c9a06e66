package health.vigil.store.read;

import health.vigil.store.ReadFilter;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.axonframework.eventhandling.TrackingEventStream;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.snapshotting.SnapshotFilter;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcaster;

/** Whatever a node reads of the log. */
public final class LogReader implements AutoCloseable {

  /** Streams that ask the database for history at the same time; the others wait their turn. */
  private static final int FETCHERS = 4;

  private final Blocks blocks;
  private final Decoding decoding;
  private final Streams streams;
  private final LiveEnd live;
  private final ThreadPoolExecutor fetching;

  /**
   * @param window the newest events that are kept for all who follow
   */
  public LogReader(
      Queries queries,
      Serializer eventSerializer,
      Serializer snapshotSerializer,
      EventUpcaster upcasters,
      SnapshotFilter snapshotFilter,
      int window) {
    this.blocks = new Blocks(queries);
    this.decoding = new Decoding(eventSerializer, upcasters);
    this.streams =
        new Streams(queries, decoding, new Decoding(snapshotSerializer, upcasters), snapshotFilter);
    this.live = new LiveEnd(blocks, decoding, new Window(window));
    this.fetching =
        new ThreadPoolExecutor(
            FETCHERS,
            FETCHERS,
            10,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            LogReader::fetcher);
    fetching.allowCoreThreadTimeOut(true);
  }

  private static Thread fetcher(Runnable task) {
    Thread thread = new Thread(task, "log-fetch");
    thread.setDaemon(true);
    return thread;
  }

  /** The snapshot of a stream and what follows it. */
  public DomainEventStream withSnapshot(String stream) {
    return streams.withSnapshot(stream);
  }

  /** A stream from a sequence number on. */
  public DomainEventStream from(String stream, long firstSequence) {
    return streams.from(stream, firstSequence);
  }

  /** The log after a position, and as it grows. */
  public TrackingEventStream open(long position, ReadFilter filter) {
    return new LogStream(position, after -> ahead(after, filter), live);
  }

  private ReadAhead ahead(long after, ReadFilter filter) {
    return new ReadAhead(after, blocks, decoding, filter, fetching).started();
  }

  /** The log has grown up to a position. Never waits. */
  public void grown(long position) {
    live.grown(position);
  }

  @Override
  public void close() {
    live.close();
    fetching.shutdownNow();
  }
}
