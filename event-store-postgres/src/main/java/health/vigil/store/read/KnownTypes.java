package health.vigil.store.read;

import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.UnknownSerializedType;
import org.jspecify.annotations.Nullable;

/**
 * The types that a serializer would write itself. Any other is an error, and so is another revision
 * than the current: Axon's own serializer makes a placeholder of the one, which handlers pass over,
 * and reads the other as if it were the current.
 */
final class KnownTypes {

  private final Serializer serializer;
  private final Set<SerializedType> known = ConcurrentHashMap.newKeySet();

  KnownTypes(Serializer serializer) {
    this.serializer = serializer;
  }

  /**
   * @throws SerializationException when it is not known in this revision
   */
  void require(SerializedType type) {
    if (!known.contains(type)) {
      look(type);
      known.add(type);
    }
  }

  private void look(SerializedType type) {
    Class<?> found = serializer.classForType(type);
    if (UnknownSerializedType.class.equals(found)) {
      throw new SerializationException("no class is known for it");
    }
    String current = serializer.typeForClass(found).getRevision();
    if (!Objects.equals(given(type.getRevision()), given(current))) {
      throw new SerializationException("it is known in revision '" + current + "' only");
    }
  }

  /** An absent revision may come as an empty one. */
  private static @Nullable String given(@Nullable String revision) {
    return revision == null || revision.isEmpty() ? null : revision;
  }
}
