package health.vigil.axon.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import org.axonframework.deadline.annotation.DeadlineHandler;
import org.axonframework.messaging.annotation.AnnotatedHandlerInspector;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.saga.AnnotatedSagaManager;
import org.axonframework.modelling.saga.EndSaga;
import org.axonframework.modelling.saga.SagaEventHandler;
import org.axonframework.modelling.saga.StartSaga;
import org.axonframework.modelling.saga.repository.AnnotatedSagaRepository;
import org.axonframework.modelling.saga.repository.inmemory.InMemorySagaStore;
import org.junit.jupiter.api.Test;

class StableSagaManagerTest {

  private final StableSagaManager<Search> sagas =
      StableSagaManager.of(
          AnnotatedSagaManager.<Search>builder()
              .sagaType(Search.class)
              .sagaFactory(Search::new)
              .sagaRepository(
                  AnnotatedSagaRepository.<Search>builder()
                      .sagaType(Search.class)
                      .sagaStore(new InMemorySagaStore())
                      .build()),
          AnnotatedHandlerInspector.inspectType(Search.class));

  @Test
  void theTypesThatItsHandlersTakeAreHandled() {
    assertThat(sagas.canHandleType(Lost.class)).isTrue();
    assertThat(sagas.canHandleType(Found.class)).isTrue();
  }

  @Test
  void otherTypesAreNotWhateverItsDeadlinesTake() {
    assertThat(sagas.canHandleType(Read.class)).isFalse();
  }

  private record Lost(String letter) {}

  private record Found(String letter) {}

  private record Read(String letter) {}

  private static final class Search {

    @StartSaga
    @SagaEventHandler(associationProperty = "letter")
    void on(Lost e, @MetaDataValue(value = "actor", required = true) String actor) {}

    @EndSaga
    @SagaEventHandler(associationProperty = "letter")
    void on(Found e) {}

    @DeadlineHandler
    void remind() {}
  }
}
