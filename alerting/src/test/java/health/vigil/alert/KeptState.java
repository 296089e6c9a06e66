package health.vigil.alert;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import org.axonframework.messaging.Scope;
import org.axonframework.messaging.ScopeDescriptor;
import org.axonframework.modelling.saga.SagaScopeDescriptor;

/** What is kept between two events is written and read by its fields. */
public final class KeptState {
  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .visibility(PropertyAccessor.ALL, Visibility.NONE)
          .visibility(PropertyAccessor.FIELD, Visibility.ANY)
          .visibility(PropertyAccessor.CREATOR, Visibility.ANY)
          .build();

  private KeptState() {}

  /** Writes and reads it; the JSON must hold that text. */
  public static void comesBack(Object state, String holding) throws JsonProcessingException {
    String json = MAPPER.writeValueAsString(state);
    assertThat(json).contains(holding);
    assertThat(MAPPER.readValue(json, state.getClass()))
        .usingRecursiveComparison()
        .isEqualTo(state);
  }

  /** Reads what was written before the state had that field. */
  public static void comesBackWithout(Object state, String field) throws JsonProcessingException {
    ObjectNode json = MAPPER.valueToTree(state);
    assertThat(json.remove(field)).isNotNull();
    assertThat(MAPPER.treeToValue(json, state.getClass()))
        .usingRecursiveComparison()
        .ignoringFields(field)
        .isEqualTo(state);
  }

  /** Deadlines are set from within a saga only. */
  public static void inSaga(Runnable inScope) throws Exception {
    new SagaScope().run(inScope);
  }

  private static final class SagaScope extends Scope {
    void run(Runnable inScope) throws Exception {
      executeWithResult(
          () -> {
            inScope.run();
            return "done";
          });
    }

    @Override
    public ScopeDescriptor describeScope() {
      return new SagaScopeDescriptor("Saga", "saga-1");
    }
  }
}
