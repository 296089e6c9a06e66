package health.vigil.app.fhir.reading;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationComponentComponent;
import org.hl7.fhir.r4.model.Observation.ObservationStatus;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.jspecify.annotations.Nullable;

/** One Observation on its way to what it says. */
final class ObservationReading {
  private final FhirResource resource;
  private final Observation observation;
  private final Meaning meaning;
  private final String path;
  private final Issues issues;
  private final Values values;
  private final List<Issue> notes = new ArrayList<>();

  ObservationReading(
      FhirResource resource, Observation observation, Meaning meaning, Issues issues) {
    this.resource = resource;
    this.observation = observation;
    this.meaning = meaning;
    this.path = resource.path();
    this.issues = issues;
    this.values = new Values(issues);
  }

  /** Null with an issue; with an issue nothing of what is returned may be used. */
  @Nullable ReadObservation read() {
    Intent asked = asked(observation.getStatus());
    SubjectReference subject = Subjects.read(observation.getSubject(), path + ".subject", issues);
    SourceKey source = source(asked);
    Intent intent = statements(asked);
    Instant measuredAt =
        intent == Intent.RECORD || intent == Intent.AMEND
            ? EffectiveTime.read(observation, path, issues)
            : null;
    return subject == null || !issues.none()
        ? null
        : new ReadObservation(
            path,
            source,
            resource.content(),
            subject,
            intent,
            measuredAt,
            values.measurements().vitalSigns(),
            values.measurements().vitals(),
            values.externalScore(),
            Devices.read(observation.getDevice()),
            notes,
            expressions());
  }

  private Intent asked(@Nullable ObservationStatus status) {
    if (status == null) {
      issues.add(IssueType.REQUIRED, path + ".status", "is required");
      return Intent.NOTHING;
    }
    return switch (status) {
      case FINAL, PRELIMINARY, UNKNOWN -> Intent.RECORD;
      case AMENDED, CORRECTED -> Intent.AMEND;
      case ENTEREDINERROR -> Intent.RETRACT;
      case REGISTERED -> nothing("there is no value yet: nothing to record");
      case CANCELLED -> nothing("it was not measured: nothing to record");
      case NULL -> throw new IllegalStateException("no status of R4");
    };
  }

  private Intent nothing(String why) {
    note(path + ".status", why);
    return Intent.NOTHING;
  }

  private void note(String expression, String text) {
    notes.add(Issue.information(IssueType.INFORMATIONAL, expression, text));
  }

  private SourceKey source(Intent intent) {
    Optional<SourceKey> identifier = Sources.identifier(observation.getIdentifier());
    if (identifier.isEmpty() && (intent == Intent.AMEND || intent == Intent.RETRACT)) {
      issues.add(
          IssueType.REQUIRED,
          path + ".identifier",
          "is required here: without it nobody can tell what is amended or taken back");
    }
    return identifier.orElseGet(() -> Sources.digest(resource.content()));
  }

  private Map<String, String> expressions() {
    Map<String, String> all = new HashMap<>(values.measurements().expressions());
    all.put("measuredAt", EffectiveTime.expression(observation, path));
    all.put("patientId", path + ".subject");
    return all;
  }

  /** What is to be done with what is stated. */
  private Intent statements(Intent asked) {
    if (asked != Intent.RECORD && asked != Intent.AMEND) {
      return asked;
    }
    int components = components();
    if (meaning.isGroup()) {
      group(components);
    } else if (meaning == Meaning.NEWS2_SUB_SCORE) {
      note(path + ".code", "a sub-score of NEWS2 is not recorded: Vigil scores for itself");
    } else {
      values.read(Statement.of(meaning, observation, path));
    }
    return asked == Intent.RECORD && values.none() && issues.none() ? nothingStated() : asked;
  }

  private Intent nothingStated() {
    if (notes.isEmpty()) {
      note(path, "it says nothing that is recorded here");
    }
    return Intent.NOTHING;
  }

  private void group(int components) {
    if (observation.hasValue()) {
      note(path + ".value", "the value of a panel is not read, its components are");
    }
    if (components > 0) {
      return;
    }
    if (observation.hasHasMember()) {
      note(path + ".hasMember", "nothing to record: the members are recorded for themselves");
    } else if (observation.hasDataAbsentReason()) {
      values.read(Statement.of(meaning, observation, path));
    } else {
      issues.add(IssueType.REQUIRED, path + ".component", "a vital sign as component is required");
    }
  }

  /** How many components are vital signs, or a total. */
  private int components() {
    int read = 0;
    for (int index = 0; index < observation.getComponent().size(); index++) {
      if (component(observation.getComponent().get(index), path + ".component[" + index + "]")) {
        read++;
      }
    }
    return read;
  }

  private boolean component(ObservationComponentComponent component, String at) {
    Set<Meaning> meanings = Meaning.of(component.getCode());
    if (meanings.size() > 1) {
      issues.add(IssueType.CODEINVALID, at + ".code", "the codes say different things");
      return true;
    }
    Meaning stated = meanings.isEmpty() ? null : meanings.iterator().next();
    if (stated == null || stated.isGroup() || stated == Meaning.NEWS2_SUB_SCORE) {
      note(at + ".code", "this component is not recorded");
      return false;
    }
    values.read(Statement.of(stated, component, at));
    return true;
  }
}
