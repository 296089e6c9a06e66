package health.vigil.app.erasure;

import health.vigil.app.erasure.ErasureTroubles.Step;
import health.vigil.app.log.EventMetadata;
import health.vigil.axon.command.Metadata;
import health.vigil.patient.PatientCommand.RestoreErasure;
import health.vigil.patient.PatientEvent.PatientErased;
import health.vigil.patient.PatientId;
import health.vigil.personal.ledger.LedgerContent;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.jboss.logging.Logger;

/**
 * Applies what the ledger tells, and records it again where the log lacks it: both may have been
 * restored from before. What fails is left for the next {@link #apply}.
 */
@Singleton
class NotedErasures {
  private static final Logger LOG = Logger.getLogger(NotedErasures.class);
  private static final String NOBODY = "vigil";

  private final Ledger ledger;
  private final Erasures erasures;
  private final ErasedInLog log;
  private final CommandGateway commands;
  private final ErasureTroubles troubles;
  private final Set<PatientId> settled = new HashSet<>();
  private Optional<Object> broken = Optional.empty();
  private boolean complete;

  NotedErasures(
      Ledger ledger,
      Erasures erasures,
      ErasedInLog log,
      CommandGateway commands,
      ErasureTroubles troubles) {
    this.ledger = ledger;
    this.erasures = erasures;
    this.log = log;
    this.commands = commands;
    this.troubles = troubles;
  }

  /** Whether the whole ledger was read and holds, and the log has all of it. */
  synchronized boolean isComplete() {
    return complete;
  }

  /** A ledger that did not hold is read again once its file is another. */
  synchronized void apply() {
    try {
      Optional<Object> state = ledger.state();
      if (broken.isEmpty() || !broken.equals(state)) {
        apply(ledger.read(), state);
      }
    } catch (IOException | RuntimeException failure) {
      complete = false;
      troubles.met(
          Step.READ_THE_LEDGER,
          "The erasure ledger can not be read (%s): look at the folder that %s names."
              .formatted(failure.getClass().getSimpleName(), Ledger.FOLDER));
    }
  }

  /**
   * @param state before it was read: what is written meanwhile is read the next time
   */
  private void apply(Optional<LedgerContent> content, Optional<Object> state) {
    broken = Optional.empty();
    boolean applied = content.map(this::isApplied).orElse(true);
    boolean holds = content.map(this::holds).orElse(true);
    complete = applied && holds;
    broken = applied && !holds ? state : broken;
  }

  private boolean isApplied(LedgerContent content) {
    Collection<PatientErased> noted =
        content.erasures().values().stream()
            .filter(erased -> !settled.contains(erased.patientId()))
            .toList();
    erasures.apply(noted);
    boolean all = noted.stream().filter(erased -> !settle(erased)).count() == 0;
    if (all) {
      troubles.over(Step.RECORD_AGAIN);
    }
    return all;
  }

  private boolean holds(LedgerContent content) {
    if (content.broken().isPresent()) {
      troubles.met(
          Step.READ_THE_LEDGER,
          "Line %d of the erasure ledger was changed, or written with another server's secret, or one before it is gone: put back the ledger in %s as it was."
              .formatted(content.broken().get(), Ledger.FOLDER));
      return false;
    }
    troubles.over(Step.READ_THE_LEDGER);
    LOG.infof("The erasure ledger has %d lines and holds.", content.lines());
    return true;
  }

  private boolean settle(PatientErased erased) {
    try {
      // Somebody whom the log does not have needs no event.
      if (!log.tellsOf(erased.patientId()) && log.knows(erased.patientId())) {
        record(erased);
      }
      return settled.add(erased.patientId());
    } catch (RuntimeException failure) {
      troubles.met(
          Step.RECORD_AGAIN,
          "The log was restored from before the erasure of patient %s, which can not be recorded again (%s): the key is destroyed all the same."
              .formatted(erased.patientId(), failure.getClass().getSimpleName()));
      return false;
    }
  }

  private void record(PatientErased erased) {
    commands.<Object>sendAndWait(
        GenericCommandMessage.asCommandMessage(
                new RestoreErasure(
                    erased.patientId(),
                    erased.reason(),
                    erased.requestedBy(),
                    erased.confirmedBy(),
                    erased.at()))
            .andMetaData(Map.of(Metadata.ACTOR, NOBODY, EventMetadata.CLIENT, NOBODY)));
    LOG.warnf(
        "The log was restored from before the erasure of patient %s: it holds, and is in it again.",
        erased.patientId());
  }
}
