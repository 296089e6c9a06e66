package health.vigil.app.fhir;

import health.vigil.app.fhir.reading.Intent;
import health.vigil.app.fhir.reading.Issue;
import health.vigil.app.idempotency.Messages;
import health.vigil.app.idempotency.Recording;
import health.vigil.axon.command.CommandKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;

/** What is recorded of the messages of a request, as one look into the log has it. */
record Known(Map<CommandKey, Recording> recordings) {
  private static final int CONFLICT = 409;

  static Known of(Collection<Message> all, Messages log) {
    List<CommandKey> keys = new ArrayList<>();
    for (Message message : all) {
      keys.add(message.identity().key());
      if (message.isChange()) {
        keys.add(message.change().key());
      }
    }
    return new Known(log.find(keys));
  }

  boolean isNew(Message message) {
    return recording(message).isEmpty();
  }

  /** Something taken back that was never recorded. */
  boolean isUnseenRetraction(Message message) {
    return message.said().intent() == Intent.RETRACT && isNew(message);
  }

  Optional<Recording> recording(Message message) {
    return Optional.ofNullable(recordings.get(message.identity().key()));
  }

  /** The answer to a message that there is nothing to do about, empty when there is. */
  Optional<EntryAnswer> settled(Message message) {
    if (message.said().intent() == Intent.NOTHING) {
      return Optional.of(EntryAnswer.ok(null, message.said().notes()));
    }
    Optional<Recording> before = recording(message);
    if (before.isEmpty()) {
      return isUnseenRetraction(message)
          ? Optional.of(nothing(message, "was never recorded: nothing is taken back"))
          : Optional.empty();
    }
    boolean same = before.get().content().equals(message.identity().content());
    if (same || recordings.containsKey(message.change().key())) {
      return Optional.of(EntryAnswer.duplicate(message.location(), message.said().path()));
    }
    return message.isChange() ? Optional.empty() : Optional.of(reused(message));
  }

  static EntryAnswer nothing(Message message, String why) {
    return EntryAnswer.ok(
        null, List.of(Issue.information(IssueType.INFORMATIONAL, message.said().path(), why)));
  }

  private static EntryAnswer reused(Message message) {
    return EntryAnswer.refused(
        CONFLICT,
        Issue.error(
            IssueType.CONFLICT,
            message.said().path() + ".identifier",
            "is recorded already with other content; accepted are the same content, or the status"
                + " amended, corrected or entered-in-error"));
  }
}
