package health.vigil.axon.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.vigil.axon.transaction.JtaTransactionManager;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.messaging.MessageHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ReliableCommandBusTest {

  private static final String RING = String.class.getName();

  private final JtaTransactionManager transactions =
      new JtaTransactionManager(com.arjuna.ats.jta.TransactionManager.transactionManager());
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final Set<String> log = new HashSet<>();
  private final SimpleCommandBus handling = SimpleCommandBus.builder().build();
  private final ReliableCommandBus bus = bus(log::contains);
  private final ReliableCommandGateway commands = new ReliableCommandGateway(bus);
  private final List<CommandMessage<?>> handled = new ArrayList<>();

  @AfterEach
  void leave() {
    while (CurrentUnitOfWork.isStarted()) {
      CurrentUnitOfWork.get().rollback();
    }
  }

  @Test
  void aConflictIsTriedAgainWithTheSameKey() {
    handle(
        command -> {
          if (handled.size() < 3) {
            throw new ConcurrencyException("somebody was first");
          }
          return "rang";
        });

    assertThat(commands.<String>sendAndWait("ring")).isEqualTo("rang");

    assertThat(handled).hasSize(3);
    assertThat(handled)
        .extracting(command -> command.getMetaData().get(Metadata.COMMAND_KEY))
        .doesNotContainNull()
        .containsOnly(handled.get(0).getMetaData().get(Metadata.COMMAND_KEY));
    assertThat(count("retried")).isEqualTo(2);
    assertThat(count("handled")).isEqualTo(1);
  }

  @Test
  void aConflictThatLastsComesOut() {
    handle(
        command -> {
          throw new ConcurrencyException("somebody is always first");
        });

    assertThatThrownBy(() -> commands.sendAndWait("ring")).isInstanceOf(ConcurrencyException.class);
    assertThat(handled).hasSize(3);
    assertThat(count("refused")).isEqualTo(1);
  }

  @Test
  void aConflictWithOneselfIsSuccess() {
    handle(
        command -> {
          throw new ConcurrencyException("the identifier is there");
        });
    log.add(new CommandKey("k").eventIdentifier(0));

    assertThat(
            commands.<String>sendAndWait(
                GenericCommandMessage.asCommandMessage("ring")
                    .andMetaData(Map.of(Metadata.COMMAND_KEY, "k"))))
        .isNull();
    assertThat(handled).hasSize(1);
    assertThat(count("already-recorded")).isEqualTo(1);
  }

  @Test
  void aConflictThatNamesTheCommandsOwnEventIsSuccessAndNobodyLooks() {
    ReliableCommandBus telling = bus(new Telling());
    handle(
        command -> {
          throw new ConcurrencyException(new CommandKey("k").eventIdentifier(0));
        });

    assertThat(new ReliableCommandGateway(telling).<String>sendAndWait(keyed("k"))).isNull();
    assertThat(handled).hasSize(1);
    assertThat(count("already-recorded")).isEqualTo(1);
  }

  @Test
  void whatNobodyKnowsIsSuccessWhenTheLogShowsIt() {
    handle(
        command -> {
          log.add(new CommandKey("k").eventIdentifier(0));
          throw new IllegalStateException("no answer");
        });

    assertThat(commands.<String>sendAndWait(keyed("k"))).isNull();
    assertThat(handled).hasSize(1);
  }

  @Test
  void whatNobodyKnowsComesOutAndIsNotTriedAgainHere() {
    handle(
        command -> {
          throw new IllegalStateException("no answer");
        });

    assertThatThrownBy(() -> commands.sendAndWait(keyed("k"))).hasMessage("no answer");
    assertThat(handled).hasSize(1);
  }

  @Test
  void aReactionThatNobodyKnowsOfFailsTheUnitOfWorkAndHasTheSameKeyNextTime() {
    EventMessage<String> event = GenericEventMessage.asEventMessage("pressed");
    handle(
        command -> {
          throw new IllegalStateException("no answer");
        });
    for (int delivery = 0; delivery < 2; delivery++) {
      UnitOfWork<?> batch = begin(event);
      bus.dispatch(GenericCommandMessage.asCommandMessage("ring"));
      assertThatThrownBy(batch::commit).isInstanceOf(ReactionFailed.class);
    }

    assertThat(handled)
        .extracting(command -> command.getMetaData().get(Metadata.COMMAND_KEY))
        .hasSize(2)
        .containsOnly(handled.get(0).getMetaData().get(Metadata.COMMAND_KEY));
  }

  /** The sender of several messages in one command looks in the log for each of them. */
  @Test
  void aConflictOverAKeyThatAnEventHasOfItsOwnComesOut() {
    handle(
        command -> {
          throw new ConcurrencyException("the identifier is there");
        });
    log.add(new CommandKey("own").eventIdentifier(0));

    assertThatThrownBy(
            () ->
                commands.sendAndWait(
                    GenericCommandMessage.asCommandMessage("ring")
                        .andMetaData(Map.of(Metadata.COMMAND_KEY, "k"))))
        .isInstanceOf(ConcurrencyException.class);
    assertThat(handled).hasSize(3);
  }

  @Test
  void everyCommandKnowsWhereItComesFrom() {
    handle(command -> "rang");

    commands.sendAndWait("ring");

    MetaData metaData = handled.get(0).getMetaData();
    assertThat(metaData).containsKeys(Metadata.COMMAND_KEY, Metadata.TRACE_ID);
    assertThat(metaData.get(Metadata.CORRELATION_ID))
        .isNotNull()
        .isEqualTo(metaData.get(Metadata.CAUSATION_ID));
  }

  @Test
  void aReactionIsHandledOutsideTheUnitOfWorkThatSendsIt() {
    List<Object> parents = new ArrayList<>();
    handle(command -> parents.add(CurrentUnitOfWork.get().parent()));
    UnitOfWork<?> outer = begin();

    commands.sendAndWait("ring");

    assertThat(parents.get(0)).isEqualTo(Optional.empty());
    assertThat(CurrentUnitOfWork.get()).isSameAs(outer);
    assertThat(handled.get(0).getMetaData()).containsEntry(Metadata.REACTION, "alarms");
  }

  @Test
  void aFailedReactionWhoseResultNobodyTookFailsTheUnitOfWork() {
    refuse();
    begin();

    bus.dispatch(GenericCommandMessage.asCommandMessage("ring"));

    assertThatThrownBy(Reaction::failIfFailureWasUnseen)
        .isInstanceOf(ReactionFailed.class)
        .hasRootCauseInstanceOf(IllegalStateException.class);
  }

  @Test
  void aFailedReactionWhoseFutureNobodyLookedAtFailsTheCommit() {
    refuse();
    UnitOfWork<?> outer = begin();
    CompletableFuture<String> ignored = commands.send("ring");

    assertThat(ignored.isDone()).isTrue();
    assertThatThrownBy(outer::commit).isInstanceOf(ReactionFailed.class);
  }

  @Test
  void aFailedReactionThatItsSenderDealtWithFailsNothing() {
    refuse();
    UnitOfWork<?> outer = begin();

    String answer = commands.<String>send("ring").exceptionally(failure -> "silent").join();
    assertThatThrownBy(() -> commands.sendAndWait("ring"))
        .isInstanceOf(IllegalStateException.class);

    assertThat(answer).isEqualTo("silent");
    outer.commit();
  }

  @Test
  void aCommandSentByACommandHandlerIsPartOfThatCommand() {
    handle(
        command ->
            command.getPayload().equals("outer")
                ? commands.sendAndWait("inner")
                : CurrentUnitOfWork.get().parent().isPresent());

    assertThat(commands.<Boolean>sendAndWait("outer")).isTrue();
  }

  private void refuse() {
    handle(
        command -> {
          throw new IllegalStateException("no bell");
        });
  }

  private void handle(MessageHandler<CommandMessage<?>> handler) {
    assertThat(
            handling.subscribe(
                RING,
                command -> {
                  handled.add(command);
                  return handler.handle(command);
                }))
        .isNotNull();
  }

  private ReliableCommandBus bus(CommandKeyLookup lookup) {
    return new ReliableCommandBus(
        handling,
        transactions,
        lookup,
        new Backoff(3, Duration.ofMillis(1)),
        new CommandCounters(meters));
  }

  private static CommandMessage<?> keyed(String key) {
    return GenericCommandMessage.asCommandMessage("ring")
        .andMetaData(Map.of(Metadata.COMMAND_KEY, key));
  }

  private static UnitOfWork<?> begin() {
    return begin(GenericEventMessage.asEventMessage("pressed"));
  }

  private static UnitOfWork<?> begin(EventMessage<String> event) {
    UnitOfWork<?> unitOfWork = DefaultUnitOfWork.startAndGet(event);
    Reaction.inGroup("alarms");
    return unitOfWork;
  }

  private double count(String outcome) {
    return meters.get("vigil.axon.commands").tag("outcome", outcome).counter().count();
  }

  /** A log whose conflicts name the event that is there already. */
  private static final class Telling implements CommandKeyLookup {

    @Override
    public boolean isRecorded(String eventIdentifier) {
      throw new AssertionError("there is no need to look");
    }

    @Override
    public boolean isRecordedBy(Throwable failure, String eventIdentifier) {
      return eventIdentifier.equals(failure.getMessage());
    }
  }
}
