package health.vigil.axon.serialization;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.TreeMap;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.ReplayToken;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.modelling.saga.SagaScopeDescriptor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MappersTest {

  @Test
  void stateIsReadAndWrittenByFieldWhateverItsMethods() throws JsonProcessingException {
    ObjectMapper mapper = Mappers.ofTheLog();
    State state = new State();
    state.open.put("news2", List.of(new Id("a"), new Id("b")));
    state.count = 7;

    String json = mapper.writeValueAsString(state);
    State read = mapper.readValue(json, State.class);

    assertThat(json)
        .isEqualTo(
            "{\"open\":{\"news2\":[\"a\",\"b\"]},\"count\":7,\"last\":{\"id\":\"z\",\"of\":3}}");
    assertThat(mapper.writeValueAsString(read)).isEqualTo(json);
  }

  @ParameterizedTest
  @MethodSource("tokens")
  void tokensSurvive(TrackingToken token) throws JsonProcessingException {
    ObjectMapper mapper = Mappers.ofTheLog();

    String json = mapper.writeValueAsString(token);

    assertThat(mapper.readValue(json, token.getClass())).isEqualTo(token);
  }

  static List<TrackingToken> tokens() {
    GlobalSequenceTrackingToken plain = new GlobalSequenceTrackingToken(42);
    return List.of(plain, ReplayToken.createReplayToken(plain, new GlobalSequenceTrackingToken(7)));
  }

  @Test
  void scopesOfDeadlinesSurvive() throws JsonProcessingException {
    ObjectMapper mapper = Mappers.ofTheLog();
    SagaScopeDescriptor scope = new SagaScopeDescriptor("Escalation", "saga-1.0");

    String json = mapper.writeValueAsString(scope);

    assertThat(mapper.readValue(json, SagaScopeDescriptor.class)).isEqualTo(scope);
  }

  @SuppressWarnings("unused") // read and written by field
  static class State {
    private final TreeMap<String, List<Id>> open = new TreeMap<>();
    private int count;
    private final Entry last = new Entry(new Id("z"), 3);

    boolean isQuiet() {
      return open.isEmpty();
    }

    public boolean getQuiet() {
      return isQuiet();
    }
  }

  record Entry(Id id, int of) {
    public boolean isFirst() {
      return of == 0;
    }
  }

  record Id(@JsonValue String value) {
    @JsonCreator
    Id {}
  }
}
