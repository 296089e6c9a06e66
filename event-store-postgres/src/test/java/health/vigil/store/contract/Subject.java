package health.vigil.store.contract;

import java.sql.SQLException;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;

/**
 * The engine that a suite is about: the real one, or one with a fault that the suite has to find.
 */
enum Subject {
  REAL,

  /** Positions are drawn from a sequence and the head is locked only afterwards. */
  NUMBERS_BEFORE_IT_LOCKS {
    @Override
    void install(Database database) throws SQLException {
      Sabotage.numberBeforeTheLock(database);
    }
  },

  /** One conflict refuses everything that was appended with it. */
  FAILS_THE_WHOLE_GROUP {
    @Override
    void install(Database database) throws SQLException {
      Sabotage.refuseTheWholeGroup(database);
    }
  },

  /** The events of one append do not stand together. */
  SHUFFLES_THE_GROUP {
    @Override
    void install(Database database) throws SQLException {
      Sabotage.shuffleTheGroup(database);
    }
  },

  /** Every event is chained to the beginning instead of to the one before it. */
  CHAINS_TO_NOTHING {
    @Override
    void install(Database database) throws SQLException {
      Sabotage.chainToNothing(database);
    }
  },

  /** A session gives up the lock by which recovery knows that it may still commit. */
  LETS_A_ZOMBIE_COMMIT {
    @Override
    void install(Database database) throws SQLException {
      Sabotage.unfence(database);
    }
  },

  /** A commit is answered before it is on the disk. */
  IS_NOT_DURABLE {
    @Override
    void install(Database database) throws SQLException {
      Sabotage.doNotFlush(database);
    }
  },

  /** The caller is told that it is done when it has only been begun. */
  ACKNOWLEDGES_BEFORE_THE_COMMIT {
    @Override
    EventStorageEngine broken(EventStorageEngine engine) {
      return BrokenEngines.hasty(engine);
    }
  },

  /** What is unknown is tried again under new identifiers. */
  RETRIES_BLINDLY {
    @Override
    EventStorageEngine broken(EventStorageEngine engine) {
      return BrokenEngines.blind(engine);
    }
  },

  /** A failure that is not a conflict is kept to itself. */
  SWALLOWS_FAILURES {
    @Override
    EventStorageEngine broken(EventStorageEngine engine) {
      return BrokenEngines.silent(engine);
    }
  },

  /** When something fails, whatever waits behind it is forgotten and nobody is told. */
  DROPS_WHAT_IS_QUEUED {
    @Override
    EventStorageEngine broken(EventStorageEngine engine) {
      return BrokenEngines.forgetful(engine);
    }
  };

  /** Spoils the database of a test. */
  void install(Database database) throws SQLException {
    // most are not broken there
  }

  EventStorageEngine broken(EventStorageEngine engine) {
    return engine;
  }
}
