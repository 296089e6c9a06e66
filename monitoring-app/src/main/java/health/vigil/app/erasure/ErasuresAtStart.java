package health.vigil.app.erasure;

import health.vigil.app.log.EventMetadata;
import health.vigil.axon.BeforeHandling;
import health.vigil.axon.command.Metadata;
import health.vigil.patient.PatientCommand.RestoreErasure;
import health.vigil.patient.PatientEvent.PatientErased;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Map;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.jboss.logging.Logger;

/**
 * Applies every erasure again before anything is handled or served: a node may have died between
 * the event and the key, and a backup of the database or of its keys may be from before it. An
 * erasure that the ledger has and a restored log lacks is recorded again.
 */
@Singleton
class ErasuresAtStart implements BeforeHandling {
  private static final Logger LOG = Logger.getLogger(ErasuresAtStart.class);
  private static final String NOBODY = "vigil";

  private final Erasures erasures;
  private final Ledger ledger;
  private final ErasedInLog log;
  private final CommandGateway commands;

  ErasuresAtStart(Erasures erasures, Ledger ledger, ErasedInLog log, CommandGateway commands) {
    this.erasures = erasures;
    this.ledger = ledger;
    this.log = log;
    this.commands = commands;
  }

  /**
   * @throws ConfigurationException with one sentence when the ledger can not be used
   */
  @Override
  public void require() {
    Collection<PatientErased> noted = ledger.erasures();
    erasures.apply(noted);
    erasures.apply(log.between(0, log.head()));
    long restored = noted.stream().filter(this::record).count();
    if (restored > 0) {
      LOG.warnf(
          "The log was restored from before %d erasures: they hold, and are in it again.",
          restored);
    }
  }

  /** Whether it had to be recorded; somebody whom the log does not have needs no event. */
  private boolean record(PatientErased erased) {
    if (log.tellsOf(erased.patientId()) || !log.knows(erased.patientId())) {
      return false;
    }
    commands.<Object>sendAndWait(
        GenericCommandMessage.asCommandMessage(
                new RestoreErasure(
                    erased.patientId(),
                    erased.reason(),
                    erased.requestedBy(),
                    erased.confirmedBy(),
                    erased.at()))
            .andMetaData(Map.of(Metadata.ACTOR, NOBODY, EventMetadata.CLIENT, NOBODY)));
    return true;
  }
}
