package health.vigil.axon.serialization;

import org.axonframework.serialization.SerializationException;
import org.jspecify.annotations.Nullable;

/** The store holds a name or revision that no class of this application bears. */
public class UnknownLogicalType extends SerializationException {

  private static final long serialVersionUID = 1L;

  UnknownLogicalType(String name, @Nullable String revision) {
    super(
        "No class is known for '"
            + name
            + "' revision '"
            + revision
            + "': it needs a class with this @JsonTypeName and @Revision, or an upcaster to one");
  }
}
