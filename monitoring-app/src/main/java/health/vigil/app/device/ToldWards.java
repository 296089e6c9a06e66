package health.vigil.app.device;

import health.vigil.app.log.EventMetadata;
import health.vigil.app.security.Actor;
import health.vigil.app.thread.Daemons;
import health.vigil.axon.command.Metadata;
import health.vigil.device.DeviceCommand.NoteRefusedDevice;
import health.vigil.device.DeviceId;
import health.vigil.patient.PatientId;
import health.vigil.refusal.Refusal;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.jboss.logging.Logger;

/** Records that a device was refused, for the ward to see; nobody waits for it. */
@Singleton
class ToldWards {
  private static final Logger LOG = Logger.getLogger(ToldWards.class);

  /** Whoever is left out is told of a minute later. */
  private static final int WAITING = 200;

  private final CommandGateway commands;
  private final Clock clock;
  private final ThreadPoolExecutor teller =
      new ThreadPoolExecutor(
          1,
          1,
          0,
          TimeUnit.SECONDS,
          new ArrayBlockingQueue<>(WAITING),
          work -> Daemons.thread("refused-devices", work),
          new ThreadPoolExecutor.DiscardPolicy());

  ToldWards(CommandGateway commands, Clock clock) {
    this.commands = commands;
    this.clock = clock;
  }

  /** Never waits, never fails. */
  void tell(Actor actor, DeviceId device, PatientId patient) {
    NoteRefusedDevice command = new NoteRefusedDevice(device, patient, clock.instant());
    teller.execute(() -> send(actor, command));
  }

  void stop(@Observes ShutdownEvent end) {
    teller.shutdownNow();
  }

  private void send(Actor actor, NoteRefusedDevice command) {
    try {
      commands.<Object>sendAndWait(
          GenericCommandMessage.asCommandMessage(command)
              .andMetaData(
                  Map.of(Metadata.ACTOR, actor.id(), EventMetadata.CLIENT, actor.client())));
    } catch (Refusal nobodys) {
      LOG.debugf("Device %s sends for nobody whom Vigil knows.", command.device());
    } catch (RuntimeException failure) {
      LOG.warnf(
          "No ward is told that device %s was refused: %s.",
          command.device(), failure.getClass().getName());
    }
  }
}
