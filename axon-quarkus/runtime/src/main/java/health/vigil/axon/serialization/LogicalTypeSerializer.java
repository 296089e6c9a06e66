package health.vigil.axon.serialization;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.json.JacksonSerializer;
import org.jspecify.annotations.Nullable;

/**
 * JSON under logical names.
 *
 * <p>Only the given types, and metadata, can be written and read. An unknown name or revision is an
 * error that names both ({@link UnknownLogicalType}); nothing is ever skipped.
 */
public final class LogicalTypeSerializer extends JacksonSerializer {

  private static final LogicalType META_DATA =
      new LogicalType(MetaData.class.getName(), "", MetaData.class);

  private final Map<String, LogicalType> byName;
  private final Map<Class<?>, LogicalType> byClass;
  private final Map<Class<?>, ObjectReader> readers = new ConcurrentHashMap<>();

  /** Names must be unique among the types, an empty revision means none. */
  public LogicalTypeSerializer(ObjectMapper mapper, Collection<LogicalType> types) {
    super(JacksonSerializer.builder().objectMapper(mapper));
    byName =
        types.stream()
            .collect(Collectors.toUnmodifiableMap(LogicalType::name, Function.identity()));
    byClass =
        types.stream()
            .collect(Collectors.toUnmodifiableMap(LogicalType::type, Function.identity()));
  }

  @Override
  @SuppressWarnings("rawtypes") // as declared by Axon
  public Class classForType(SerializedType type) {
    if (SerializedType.emptyType().equals(type)) {
      return Void.class;
    }
    if (META_DATA.name().equals(type.getName())) {
      return MetaData.class;
    }
    LogicalType known = byName.get(type.getName());
    if (known == null || !known.revision().equals(revisionOf(type))) {
      throw new UnknownLogicalType(type.getName(), type.getRevision());
    }
    return known.type();
  }

  @Override
  @SuppressWarnings("rawtypes") // as declared by Axon
  public SerializedType typeForClass(@Nullable Class type) {
    if (type == null || Void.TYPE.equals(type) || Void.class.equals(type)) {
      return SerializedType.emptyType();
    }
    if (MetaData.class.equals(type)) {
      return new SimpleSerializedType(META_DATA.name(), null);
    }
    LogicalType known = byClass.get(type);
    if (known == null) {
      throw new UnknownLogicalType(type.getName(), null);
    }
    return new SimpleSerializedType(
        known.name(), known.revision().isEmpty() ? null : known.revision());
  }

  /** Each is made once: to make it takes a good part of the time that it then reads. */
  @Override
  protected ObjectReader getReader(Class<?> type) {
    return readers.computeIfAbsent(type, super::getReader);
  }

  private static String revisionOf(SerializedType type) {
    return Objects.requireNonNullElse(type.getRevision(), "");
  }
}
