package health.vigil.projection.patient;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.stream.Stream;

/** The versions of a set that corrections replaced, oldest first. */
@RegisterForReflection(registerFullHierarchy = true)
record SetHistory(List<SetVersion> versions) {
  static final SetHistory NONE = new SetHistory(List.of());

  SetHistory {
    versions = List.copyOf(versions);
  }

  SetHistory with(SetVersion replaced) {
    return new SetHistory(Stream.concat(versions.stream(), Stream.of(replaced)).toList());
  }
}
