package health.vigil.app.log;

import health.vigil.axon.command.CommandKeyLookup;
import health.vigil.store.AlreadyRecordedException;
import health.vigil.store.EventLog;
import jakarta.inject.Singleton;
import java.util.List;

/** Knows which commands were recorded, from the log and from what it said when it refused one. */
@Singleton
class CommandKeysInLog implements CommandKeyLookup {
  private final EventLog log;

  CommandKeysInLog(EventLog log) {
    this.log = log;
  }

  @Override
  public boolean isRecorded(String eventIdentifier) {
    return !log.findByIdentifiers(List.of(eventIdentifier)).isEmpty();
  }

  @Override
  public boolean isRecordedBy(Throwable failure, String eventIdentifier) {
    return failure.getCause() instanceof AlreadyRecordedException recorded
        && recorded.eventIdentifier().equals(eventIdentifier);
  }
}
