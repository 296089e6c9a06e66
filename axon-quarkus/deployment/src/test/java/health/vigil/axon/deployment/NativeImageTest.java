package health.vigil.axon.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import health.vigil.axon.example.ParcelCommand.SendParcel;
import health.vigil.axon.example.ParcelEvent.ParcelSent;
import health.vigil.axon.example.ShelfEntry;
import io.quarkus.deployment.builditem.CombinedIndexBuildItem;
import io.quarkus.deployment.builditem.nativeimage.ReflectiveClassBuildItem;
import io.quarkus.deployment.builditem.nativeimage.ReflectiveHierarchyBuildItem;
import io.quarkus.deployment.builditem.nativeimage.ServiceProviderBuildItem;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.deadline.annotation.DeadlineHandler;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.lifecycle.ShutdownHandler;
import org.axonframework.lifecycle.StartHandler;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.saga.SagaEventHandler;
import org.jboss.jandex.IndexView;
import org.junit.jupiter.api.Test;

/** What is registered for the native image, computed from what was found. */
class NativeImageTest {

  private static final String EXAMPLE = "health.vigil.axon.example.";

  private final NativeImageProcessor processor = new NativeImageProcessor();
  private final IndexView index = Indexes.ofExampleAnd(WarmUp.class);
  private final AxonBuildItem axon = new AxonBuildItem(Discovery.in(index));

  @Test
  void handlersAggregatesAndSagasAreReflectiveInFull() {
    List<ReflectiveClassBuildItem> items = new ArrayList<>();
    processor.applicationClasses(axon, new CombinedIndexBuildItem(index, index), items::add);

    assertThat(items.get(0).getClassNames())
        .containsExactlyInAnyOrder(
            EXAMPLE + "Parcel",
            EXAMPLE + "ParcelShelf",
            EXAMPLE + "Forwarding",
            EXAMPLE + "WhenParcelIsLateThenRemind");
    assertThat(items.get(0).isConstructors()).isTrue();
    assertThat(items.get(0).isMethods()).isTrue();
    assertThat(items.get(0).isFields()).isTrue();
  }

  @Test
  void componentsWithLifecycleHandlersHaveTheirMethods() {
    ReflectiveClassBuildItem item = NativeImageProcessor.lifecycleHandlers(index);

    assertThat(item.getClassNames()).containsExactly(WarmUp.class.getName());
    assertThat(item.isMethods()).isTrue();
  }

  @Test
  void messagesAndStateAreReflectiveWithWhatTheyConsistOf() {
    List<ReflectiveHierarchyBuildItem> items = new ArrayList<>();
    processor.serializedClasses(axon, new CombinedIndexBuildItem(index, index), items::add);

    assertThat(items)
        .extracting(item -> item.getType().name().toString())
        .contains(SendParcel.class.getName(), ParcelSent.class.getName())
        .contains(ShelfEntry.class.getName(), EXAMPLE + "Parcel")
        .contains(EXAMPLE + "WhenParcelIsLateThenRemind$Lateness")
        .doesNotHaveDuplicates();
  }

  @Test
  void tokensScopesAndDeadlinesThatAreStoredAreReflective() throws ClassNotFoundException {
    List<ReflectiveClassBuildItem> items = new ArrayList<>();
    processor.frameworkClasses(items::add);

    assertThat(items.get(0).getClassNames()).containsAll(NativeImageProcessor.MADE_FOR_ANNOTATIONS);
    assertThat(items.get(1).getClassNames()).containsAll(NativeImageProcessor.STORED);
    for (ReflectiveClassBuildItem item : items) {
      for (String name : item.getClassNames()) {
        assertThat(Class.forName(name, false, getClass().getClassLoader())).isNotNull();
      }
    }
  }

  @Test
  void everyServiceOfAxonIsRegisteredWithItsProviders() {
    List<ServiceProviderBuildItem> items = new ArrayList<>();
    processor.services(items::add);

    assertThat(items)
        .extracting(ServiceProviderBuildItem::serviceDescriptorFile)
        .hasSameSizeAs(NativeImageProcessor.SERVICES);
    assertThat(items).allSatisfy(item -> assertThat(item.providers()).isNotEmpty());
  }

  @Test
  void everyAnnotationOfAxonThatIsThereAtRunTimeHasItsMethods() {
    IndexView jars =
        Indexes.ofJarsOf(
            EventMessage.class,
            AggregateRoot.class,
            EventSourcingHandler.class,
            ProcessingGroup.class);
    ReflectiveClassBuildItem item = NativeImageProcessor.annotations(jars);

    assertThat(item.getClassNames())
        .contains(
            EventHandler.class.getName(),
            EventSourcingHandler.class.getName(),
            SagaEventHandler.class.getName(),
            DeadlineHandler.class.getName(),
            ProcessingGroup.class.getName(),
            "org.axonframework.messaging.annotation.MessageHandler");
    assertThat(item.isMethods()).isTrue();
    assertThat(item.isConstructors()).isFalse();
  }

  static class WarmUp {
    @StartHandler(phase = 0)
    void start() {}

    @ShutdownHandler(phase = 0)
    void stop() {}
  }
}
