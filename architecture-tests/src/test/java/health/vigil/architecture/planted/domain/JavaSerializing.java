package health.vigil.architecture.planted.domain;

import org.axonframework.serialization.Serializer;

final class JavaSerializing {
  Serializer serializer() {
    return org.axonframework.serialization.JavaSerializer.builder().build();
  }
}
