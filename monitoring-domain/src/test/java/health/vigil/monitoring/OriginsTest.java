package health.vigil.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.correlation.MessageOriginProvider;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OriginsTest {
  private final UnitOfWork<?> work =
      DefaultUnitOfWork.startAndGet(new GenericEventMessage<>("command"));

  @AfterEach
  void leave() {
    CurrentUnitOfWork.get().rollback();
  }

  @Test
  void eventsBearWhereTheirStepComesFromBeforeWhatTheCommandHandsOn() {
    work.registerCorrelationDataProvider(message -> Map.of("key", "command", "actor", "nurse"));
    work.registerCorrelationDataProvider(new MessageOriginProvider());
    Origins origins = Origins.ofUnitOfWork();

    MetaData within =
        origins.during(new Origin(Map.of("key", "step")), () -> applied().getMetaData());

    assertThat(within).containsEntry("key", "step").containsEntry("actor", "nurse");
    assertThat(applied().getMetaData()).containsEntry("key", "command");
  }

  @Test
  void aStepWithinAStepHasItsOwn() {
    Origins origins = Origins.ofUnitOfWork();
    Origin set = new Origin(Map.of("key", "set"));
    Origin part = new Origin(Map.of("key", "part"));

    origins.during(
        set,
        () -> {
          assertThat(origins.<Object>during(part, () -> applied().getMetaData().get("key")))
              .isEqualTo("part");
          assertThat(applied().getMetaData()).containsEntry("key", "set");
        });
  }

  private static GenericEventMessage<?> applied() {
    return new GenericEventMessage<>("event");
  }
}
