package health.vigil.axon;

import io.quarkus.runtime.annotations.ConfigPhase;
import io.quarkus.runtime.annotations.ConfigRoot;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** How Axon runs. */
@ConfigMapping(prefix = "vigil.axon")
@ConfigRoot(phase = ConfigPhase.RUN_TIME)
public interface AxonConfig {

  /** Processors of event handlers, where a processor says nothing of its own. */
  Projections projections();

  /** Processors of sagas, where a processor says nothing of its own. */
  Sagas sagas();

  /** Processors by name. */
  Map<String, Processor> processors();

  /** Aggregates by simple class name. */
  Map<String, Aggregate> aggregates();

  /** How often a node looks for segments that no node handles. */
  @WithDefault("1s")
  Duration claimInterval();

  /** The longest wait before a processor tries a failed batch again; the first is a second. */
  @WithDefault("5s")
  Duration retryDelayMax();

  /** Sending commands. */
  Commands commands();

  /** Deadlines. */
  Deadlines deadlines();

  /** Snapshots. */
  Snapshots snapshots();

  /** What stays in memory. */
  Memory memory();

  /** Health of processors. */
  Health health();

  /** Where a processor begins that has never run. */
  enum StartAt {
    /** The first event of the log. */
    TAIL,
    /** What is appended from now on. */
    HEAD
  }

  /** Processors of event handlers. */
  interface Projections {

    /** Events in one transaction, at most. */
    @WithDefault("500")
    int batchSize();

    /** From the beginning of one batch to that of the next, unless the first was large. */
    @WithDefault("50ms")
    Duration linger();
  }

  /** Processors of sagas. */
  interface Sagas {

    /** Events in one transaction, at most. */
    @WithDefault("50")
    int batchSize();

    /** From the beginning of one batch to that of the next, unless the first was large. */
    @WithDefault("0s")
    Duration linger();
  }

  /** One processor. */
  interface Processor {

    /** Events in one transaction, at most. */
    OptionalInt batchSize();

    /** From the beginning of one batch to that of the next, unless the first was large. */
    Optional<Duration> linger();

    /** Segments when it starts for the first time, and threads on this node. */
    @WithDefault("1")
    int segments();

    /** Where it begins when it has never run. Sagas always begin at the tail. */
    @WithDefault("tail")
    StartAt startAt();

    /** How often an event may fail before it is parked. */
    @WithDefault("3")
    int attempts();
  }

  /** One type of aggregate. */
  interface Aggregate {

    /** A snapshot is due when loading takes more events than this; 0 for never. */
    OptionalInt snapshotEvents();

    /** How many of them stay in memory; 0 for none. */
    OptionalInt kept();
  }

  /** Sending commands. */
  interface Commands {

    /** How often a command is tried that conflicts with somebody else's append. */
    @WithDefault("5")
    int attempts();

    /** The longest wait before the second attempt; doubles with each further one. */
    @WithDefault("10ms")
    Duration backoff();
  }

  /** Deadlines. */
  interface Deadlines {

    /** Whether deadlines run here; needs a data source. */
    @WithDefault("true")
    boolean enabled();

    /** The table of db-scheduler. */
    @WithDefault("scheduled_tasks")
    String table();

    /** Deadlines handled at the same time. */
    @WithDefault("4")
    int threads();

    /** How often due deadlines are looked for. */
    @WithDefault("1s")
    Duration pollingInterval();

    /** How often a node says that it is alive; four missing signs release its deadlines. */
    @WithDefault("2s")
    Duration heartbeatInterval();

    /** The wait after a deadline's first failure; grows by half with each further one. */
    @WithDefault("2s")
    Duration retryDelay();

    /** The longest wait between two attempts. */
    @WithDefault("1m")
    Duration retryDelayMax();

    /** How long a stop waits for deadlines that are being handled. */
    @WithDefault("10s")
    Duration shutdownWait();
  }

  /** Snapshots. */
  interface Snapshots {

    /** A snapshot is due when loading takes more events than this; 0 for never. */
    @WithDefault("100")
    int events();

    /** Threads that make snapshots. */
    @WithDefault("1")
    int threads();
  }

  /** What stays in memory. */
  interface Memory {

    /** Aggregates of each type, where a type says nothing of its own; 0 for none. */
    @WithDefault("500")
    int aggregates();
  }

  /** Health of processors. */
  interface Health {

    /** How long a processor may be behind the log. */
    @WithDefault("30s")
    Duration maxLag();

    /** How often lag is measured. */
    @WithDefault("1s")
    Duration sampleInterval();
  }
}
