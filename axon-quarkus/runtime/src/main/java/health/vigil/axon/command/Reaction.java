package health.vigil.axon.command;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.ReplayToken;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.Scope;
import org.axonframework.messaging.ScopeDescriptor;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.modelling.saga.SagaScopeDescriptor;
import org.jspecify.annotations.Nullable;

/**
 * A processor, saga or deadline at work: commands that are sent from here are reactions.
 *
 * <p>The key of a reaction follows from who reacts (saga type and identifier, or processing group),
 * to what (the event's identifier, or the identifier under which the deadline was scheduled), with
 * which command, and how many of that command went before. So the same reaction has the same key
 * when the event is delivered again.
 */
public final class Reaction {

  private static final String RESOURCE = Reaction.class.getName();
  private static final String GROUP = RESOURCE + "/group";

  private final UnitOfWork<?> unitOfWork;
  private final Map<String, Integer> steps = new HashMap<>();
  private final List<UnseenFailure> failures = new ArrayList<>();

  private Reaction(UnitOfWork<?> unitOfWork) {
    this.unitOfWork = unitOfWork;
  }

  /** The reaction that this thread is in, if it is in one. */
  static Optional<Reaction> current() {
    if (!CurrentUnitOfWork.isStarted()) {
      return Optional.empty();
    }
    UnitOfWork<?> root = CurrentUnitOfWork.get().root();
    if (!(root.getMessage() instanceof EventMessage)) {
      return Optional.empty();
    }
    return Optional.of(root.getOrComputeResource(RESOURCE, name -> begun(root)));
  }

  /** Says which processing group the current unit of work belongs to. */
  public static void inGroup(String processingGroup) {
    CurrentUnitOfWork.ifStarted(u -> u.root().resources().put(GROUP, processingGroup));
  }

  /**
   * Fails when a command that was sent in the current unit of work failed and nobody looked at its
   * result. Called after each event, so that the event is known.
   */
  public static void failIfFailureWasUnseen() {
    CurrentUnitOfWork.ifStarted(
        u -> {
          if (u.root().getResource(RESOURCE) instanceof Reaction reaction) {
            reaction.failIfUnseen();
          }
        });
  }

  private static Reaction begun(UnitOfWork<?> root) {
    Reaction reaction = new Reaction(root);
    // Deadlines have no invoker of ours around them; they are checked before they commit.
    root.onPrepareCommit(u -> reaction.failIfUnseen());
    return reaction;
  }

  /** Who reacts, without its identifier: a saga type or a processing group. */
  String name() {
    return sagaScope()
        .map(SagaScopeDescriptor::getType)
        .orElseGet(() -> unitOfWork.getOrDefaultResource(GROUP, "handler"));
  }

  /** The key of the next command of this name. */
  CommandKey nextKey(String commandName) {
    String prefix = who() + "/" + what() + "/" + commandName;
    int step = steps.merge(prefix, 1, Integer::sum) - 1;
    return new CommandKey(prefix + "/" + step);
  }

  boolean isReplay() {
    return unitOfWork.getMessage() instanceof EventMessage<?> event && ReplayToken.isReplay(event);
  }

  void failed(UnseenFailure failure) {
    failures.add(failure);
  }

  private String who() {
    return sagaScope()
        .map(saga -> saga.getType() + "/" + SagaIdentifiers.stable(saga.getIdentifier().toString()))
        .orElseGet(this::name);
  }

  private String what() {
    @Nullable String deadline = DeadlineExecution.current();
    Message<?> message = unitOfWork.getMessage();
    return deadline != null ? "deadline/" + deadline : message.getIdentifier();
  }

  private static Optional<SagaScopeDescriptor> sagaScope() {
    try {
      ScopeDescriptor scope = Scope.describeCurrentScope();
      return scope instanceof SagaScopeDescriptor saga ? Optional.of(saga) : Optional.empty();
    } catch (IllegalStateException noScope) {
      return Optional.empty();
    }
  }

  private void failIfUnseen() {
    List<UnseenFailure> found = List.copyOf(failures);
    failures.clear();
    for (UnseenFailure failure : found) {
      if (!failure.seen().getAsBoolean()) {
        throw new ReactionFailed(
            failure.sender() + " sent " + failure.command() + ", which failed", failure.cause());
      }
    }
  }
}
