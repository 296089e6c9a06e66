package health.vigil.store;

import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.json.JacksonSerializer;
import org.jspecify.annotations.Nullable;

/** As another version of the application would write events: under this name and revision. */
final class Named extends JacksonSerializer {

  private final SerializedType name;

  Named(String name, @Nullable String revision) {
    super(JacksonSerializer.builder());
    this.name = new SimpleSerializedType(name, revision);
  }

  @Override
  @SuppressWarnings("rawtypes") // as declared by Axon
  public SerializedType typeForClass(@Nullable Class type) {
    return LogFixture.Measured.class.equals(type) ? name : super.typeForClass(type);
  }
}
