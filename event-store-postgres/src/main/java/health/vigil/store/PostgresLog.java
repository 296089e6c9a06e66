package health.vigil.store;

import health.vigil.store.append.LogWriter;
import health.vigil.store.append.WriterObserver;
import health.vigil.store.append.WriterSettings;
import health.vigil.store.read.LogReader;
import health.vigil.store.read.PastEvents;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import javax.sql.DataSource;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.deadletter.jdbc.JdbcSequencedDeadLetterQueue;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventsourcing.eventstore.BatchingEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.snapshotting.SnapshotFilter;
import org.axonframework.messaging.deadletter.SequencedDeadLetterQueue;
import org.axonframework.modelling.saga.repository.SagaStore;
import org.axonframework.modelling.saga.repository.jdbc.JdbcSagaStore;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.axonframework.serialization.upcasting.event.NoOpEventUpcaster;
import org.jspecify.annotations.Nullable;

/**
 * Axon's stores on one PostgreSQL, in the schema {@code vigil} that the migrations make.
 *
 * <p>All of them take connections plainly from the data source and leave transactions to the
 * transaction manager: within a transaction the data source has to hand out the transaction's
 * connection.
 */
public final class PostgresLog implements AutoCloseable {

  /**
   * The resource of the root unit of work that holds what it has appended, as a list of {@link
   * AppendedEvent} in the order of the log.
   */
  public static final String APPENDED = "health.vigil.store.appended";

  private static final int DEAD_LETTERS_AT_MOST = 100_000;

  private final DataSource dataSource;
  private final ConnectionProvider connections;
  private final TransactionManager transactions;
  private final Serializer serializer;
  private final Serializer eventSerializer;
  private final Serializer snapshotSerializer;
  private final EventUpcaster upcasters;
  private final SnapshotFilter snapshotFilter;
  private final String nodeId;
  private final Duration claimTimeout;
  private final int window;
  private final DataSource ownConnections;
  private final LogWriter writer;
  private final PostgresEventStorageEngine engine;
  private final Live live = new Live(this::newTail, this::newReader, this::newStore);

  private PostgresLog(Builder builder) {
    this.dataSource = required(builder.dataSource, "data source");
    this.connections =
        builder.connections == null ? dataSource::getConnection : builder.connections;
    this.transactions = required(builder.transactions, "transaction manager");
    this.serializer = required(builder.serializer, "serializer");
    this.eventSerializer = required(builder.eventSerializer, "event serializer");
    this.snapshotSerializer =
        builder.snapshotSerializer == null ? serializer : builder.snapshotSerializer;
    this.upcasters = builder.upcasters;
    this.snapshotFilter = builder.snapshotFilter;
    this.nodeId = builder.nodeId;
    this.claimTimeout = builder.claimTimeout;
    this.ownConnections =
        builder.writerConnections == null ? dataSource : builder.writerConnections;
    this.window = builder.window;
    this.writer =
        LogWriter.start(
            ownConnections,
            builder.writerSettings,
            new Announcing(builder.writerObserver, live::appended));
    this.engine = engine(engineSettings());
  }

  private LogTail newTail() {
    return LogTail.following(ownConnections, dataSource);
  }

  private LogReader newReader() {
    return new LogReader(
        new Statements(connections, transactions),
        eventSerializer,
        snapshotSerializer,
        upcasters,
        snapshotFilter,
        window);
  }

  private PostgresEventStore newStore(LogReader reader) {
    return new PostgresEventStore(engine, reader);
  }

  private BatchingEventStorageEngine.Builder engineSettings() {
    BatchingEventStorageEngine.Builder settings = PostgresEventStorageEngine.settings();
    settings
        .eventSerializer(eventSerializer)
        .snapshotSerializer(snapshotSerializer)
        .upcasterChain(upcasters)
        .snapshotFilter(snapshotFilter);
    return settings;
  }

  PostgresEventStorageEngine engine(BatchingEventStorageEngine.Builder settings) {
    return new PostgresEventStorageEngine(
        settings, writer, new Statements(connections, transactions));
  }

  /** Appends that wait for their turn. */
  public int waitingAppends() {
    return writer.waiting();
  }

  /** Writes what waits, takes no more, follows no more, and gives its own connections back. */
  @Override
  public void close() {
    writer.close();
    live.close();
  }

  private static <T> T required(@Nullable T value, String name) {
    return Objects.requireNonNull(value, () -> "the log needs a " + name);
  }

  public static Builder builder() {
    return new Builder();
  }

  /**
   * The engine that appends and reads events.
   *
   * <p>An append is all or nothing and answered when it is durable; it takes part in no transaction
   * of the caller's. Positions are gapless and equal the order of commits. A conflict is an {@link
   * org.axonframework.modelling.command.AggregateStreamCreationException} at sequence 0, else a
   * {@link org.axonframework.modelling.command.ConcurrencyException}; so is an event identifier
   * that the log holds already, with an {@link AlreadyRecordedException} as its cause. Then there
   * are {@link AppendRefusedException} and {@link OutcomeUnknownException}. No exception tells a
   * stored value.
   */
  public EventStorageEngine storageEngine() {
    return engine;
  }

  /** The log as Axon uses it; one of a node. Whoever uses it follows the log until it is closed. */
  public PostgresEventStore eventStore() {
    return live.store();
  }

  /** Tells that the log has grown; one of a node. It follows the log until that is closed. */
  public LogTail tail() {
    return live.tail();
  }

  /** How far each processor is; a claim that is not renewed passes on after the claim timeout. */
  public TokenStore tokenStore() {
    return JdbcTokenStore.builder()
        .connectionProvider(connections)
        .schema(Schemas.tokens())
        .serializer(serializer)
        .contentType(String.class)
        .claimTimeout(claimTimeout)
        .nodeId(nodeId)
        .build();
  }

  /**
   * The position up to which each segment of a processor has come, on whichever node, read without
   * claiming anything; -1 for a segment that has not begun. Empty when the processor has never run.
   */
  public Map<Integer, Long> storedPositions(String processor) {
    return new StoredTokens(dataSource, serializer).positions(processor);
  }

  /** Sagas, each locked from load to commit. */
  public SagaStore<Object> sagaStore() {
    return JdbcSagaStore.builder()
        .connectionProvider(connections)
        .sqlSchema(new JsonSagaSchema())
        .serializer(serializer)
        .build();
  }

  /** The events that a processing group could not handle, in the order of their sequences. */
  public SequencedDeadLetterQueue<EventMessage<?>> deadLetters(String processingGroup) {
    return JdbcSequencedDeadLetterQueue.<EventMessage<?>>builder()
        .processingGroup(processingGroup)
        .connectionProvider(connections)
        .transactionManager(transactions)
        .schema(Schemas.deadLetters())
        .genericSerializer(serializer)
        .eventSerializer(new UpcastingSerializer(eventSerializer, upcasters))
        .maxSequences(DEAD_LETTERS_AT_MOST)
        .maxSequenceSize(DEAD_LETTERS_AT_MOST)
        .build();
  }

  /** Events of the past, for those who ask what was known. */
  public PastEvents pastEvents() {
    return new PastEvents(new Statements(connections, transactions), eventSerializer, upcasters);
  }

  /** The log as rows, for those who look at it from outside. */
  public EventLog eventLog() {
    return new EventLog(dataSource);
  }

  /** The settings of a log. */
  public static final class Builder {

    private @Nullable DataSource dataSource;
    private @Nullable ConnectionProvider connections;
    private @Nullable TransactionManager transactions;
    private @Nullable Serializer serializer;
    private @Nullable Serializer eventSerializer;
    private @Nullable Serializer snapshotSerializer;
    private EventUpcaster upcasters = NoOpEventUpcaster.INSTANCE;
    private SnapshotFilter snapshotFilter = SnapshotFilter.allowAll();
    // Containers may share both process id and host name.
    private String nodeId =
        ManagementFactory.getRuntimeMXBean().getName() + "/" + UUID.randomUUID();
    private Duration claimTimeout = Duration.ofSeconds(10);
    private int window = 10_000;
    private @Nullable DataSource writerConnections;
    private WriterSettings writerSettings = WriterSettings.DEFAULT;
    private WriterObserver writerObserver = WriterObserver.NONE;

    private Builder() {}

    /** Connections of the serving role. */
    public Builder dataSource(DataSource value) {
      this.dataSource = value;
      return this;
    }

    public Builder transactionManager(TransactionManager value) {
      this.transactions = value;
      return this;
    }

    /** Connections and transactions without a transaction monitor. */
    public Builder transactions(JdbcTransactions value) {
      this.dataSource = value.dataSource();
      this.connections = value;
      this.transactions = value;
      return this;
    }

    /** For tokens and sagas, and for snapshots unless those have their own. */
    public Builder serializer(Serializer value) {
      this.serializer = value;
      return this;
    }

    /** For events; it gives them their logical names. */
    public Builder eventSerializer(Serializer value) {
      this.eventSerializer = value;
      return this;
    }

    public Builder snapshotSerializer(Serializer value) {
      this.snapshotSerializer = value;
      return this;
    }

    public Builder upcasters(EventUpcaster value) {
      this.upcasters = value;
      return this;
    }

    /** Which snapshots may be used. */
    public Builder snapshotFilter(SnapshotFilter value) {
      this.snapshotFilter = value;
      return this;
    }

    /** Who claims tokens; unique to the process. Defaults to process id, host name and chance. */
    public Builder nodeId(String value) {
      this.nodeId = value;
      return this;
    }

    /** After which silence another node takes a token over; 10 seconds unless set. */
    public Builder claimTimeout(Duration value) {
      this.claimTimeout = value;
      return this;
    }

    /** How many of the newest events are kept for all who follow the log; 10,000 unless set. */
    public Builder window(int value) {
      this.window = value;
      return this;
    }

    /**
     * New connections of the serving role, for the one writer and for the tail; not of a pool,
     * because each keeps one as long as it lives and breaks those that it can not trust. To log in
     * must fail when nobody answers, as it does with the driver's {@code socketTimeout}; afterwards
     * each sets its own limit. The data source unless set.
     */
    public Builder writerConnections(DataSource value) {
      this.writerConnections = value;
      return this;
    }

    public Builder writerSettings(WriterSettings value) {
      this.writerSettings = value;
      return this;
    }

    public Builder writerObserver(WriterObserver value) {
      this.writerObserver = value;
      return this;
    }

    /** Its writer starts at once. */
    public PostgresLog build() {
      return new PostgresLog(this);
    }
  }
}
