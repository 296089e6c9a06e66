package health.vigil.store.contract;

import health.vigil.store.JdbcTransactions;
import health.vigil.store.PostgresLog;
import health.vigil.store.append.WriterSettings;
import io.agroal.api.AgroalDataSource;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.serialization.json.JacksonSerializer;

/** One node's store, as an application builds it, or as one builds it that is broken on purpose. */
final class Node implements AutoCloseable {

  private final AgroalDataSource pool;
  private final PostgresLog log;
  private final WriterSettings settings;
  private final Subject subject;
  private final EventStorageEngine engine;
  private final ExecutorService threads = Executors.newCachedThreadPool(Node::daemon);

  private Node(Address address, Address writer, Subject subject, WriterSettings settings) {
    this.pool = address.pool();
    this.settings = settings;
    this.subject = subject;
    JacksonSerializer serializer = JacksonSerializer.builder().lenientDeserialization().build();
    this.log =
        PostgresLog.builder()
            .transactions(new JdbcTransactions(pool))
            .serializer(serializer)
            .eventSerializer(serializer)
            .writerConnections(writer.forTheWriter())
            .writerSettings(settings)
            .build();
    this.engine = subject.broken(log.storageEngine());
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "caller");
    thread.setDaemon(true);
    return thread;
  }

  static Node at(Address address, Subject subject) {
    return at(address, address, subject, Limits.WRITER);
  }

  /**
   * @param writer by which way the writer reaches the log
   */
  static Node at(Address address, Address writer, Subject subject, WriterSettings settings) {
    return new Node(address, writer, subject, settings);
  }

  Stream<Source> sources() {
    return Stream.of(new Source.OfEngine(engine), new Source.OfStore(log.eventStore()));
  }

  /** Appends that wait for their turn. */
  int waiting() {
    return log.waitingAppends();
  }

  Caller caller(Ledger ledger) {
    return new Caller(
        engine, ledger, threads, settings.answerTimeout().plus(Limits.grace(subject)));
  }

  @Override
  public void close() {
    log.close();
    threads.shutdownNow();
    pool.close();
  }
}
