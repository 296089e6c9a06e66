package health.vigil.axon.serialization;

import com.fasterxml.jackson.databind.ObjectMapper;
import health.vigil.axon.Discovered;
import io.quarkus.arc.All;
import io.quarkus.arc.DefaultBean;
import io.quarkus.arc.Unremovable;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.json.JacksonSerializer;

/** The three serializers: of events, of snapshots and of everything else. All are Jackson's. */
@Singleton
@Unremovable
class SerializerBeans {

  private final Discovered discovered;
  private final List<MapperCustomizer> customizers;

  SerializerBeans(Discovered discovered, @All List<MapperCustomizer> customizers) {
    this.discovered = discovered;
    this.customizers = customizers;
  }

  @Produces
  @Singleton
  @Unremovable
  @DefaultBean
  @EventSerializer
  Serializer eventSerializer() {
    return new LogicalTypeSerializer(customized(Mappers.ofTheLog()), discovered.events());
  }

  @Produces
  @Singleton
  @Unremovable
  @DefaultBean
  @SnapshotSerializer
  Serializer snapshotSerializer() {
    return new LogicalTypeSerializer(customized(Mappers.ofTheLog()), discovered.aggregateTypes());
  }

  @Produces
  @Singleton
  @Unremovable
  @DefaultBean
  Serializer generalSerializer() {
    return JacksonSerializer.builder().objectMapper(customized(Mappers.ofTheLog())).build();
  }

  private ObjectMapper customized(ObjectMapper mapper) {
    customizers.forEach(customizer -> customizer.customize(mapper));
    return mapper;
  }
}
