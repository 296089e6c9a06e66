package health.vigil.axon.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonTypeName;
import health.vigil.axon.example.FindOnShelf;
import health.vigil.axon.example.ParcelCommand.SendParcel;
import health.vigil.axon.example.ParcelEvent;
import health.vigil.axon.example.ShelfEntry;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateMember;
import org.axonframework.modelling.saga.SagaEventHandler;
import org.axonframework.serialization.Revision;
import org.jboss.jandex.DotName;
import org.junit.jupiter.api.Test;

class DiscoveryTest {

  private static final String EXAMPLE = "health.vigil.axon.example.";

  @Test
  void findsEverythingInTheExampleApplication() {
    Found found = Discovery.in(Indexes.ofExample());

    assertThat(found.aggregates())
        .extracting(DotName::toString)
        .containsExactly(EXAMPLE + "Parcel");
    assertThat(found.sagaGroups())
        .containsOnly(entry(EXAMPLE + "WhenParcelIsLateThenRemind", "parcel-watch"));
    assertThat(found.eventHandlerGroups())
        .containsOnly(entry(EXAMPLE + "ParcelShelf", "parcel-shelf"));
    assertThat(found.commandHandlers())
        .extracting(DotName::toString)
        .containsExactly(EXAMPLE + "Forwarding");
    assertThat(found.queryHandlers())
        .extracting(DotName::toString)
        .containsExactly(EXAMPLE + "ParcelShelf");
    assertThat(found.events())
        .extracting(EventType::name)
        .containsExactlyInAnyOrder(
            "ParcelSent", "ParcelDelivered", "ParcelForwarded", "CourierReminded", "ParcelTouched");
    assertThat(found.payloads())
        .extracting(type -> type.name().toString())
        .contains(SendParcel.class.getName(), FindOnShelf.class.getName())
        .contains(ShelfEntry.class.getName(), EXAMPLE + "WhenParcelIsLateThenRemind$Lateness");
    assertThat(found.parameters())
        .extracting(DotName::toString)
        .contains("org.axonframework.modelling.command.Repository", EXAMPLE + "Faults");
  }

  @Test
  void aSealedInterfaceAsPayloadStandsForItsEvents() {
    Found found = Discovery.in(Indexes.ofExampleAnd(WholeFamily.class));

    assertThat(found.events()).hasSize(ParcelEvent.class.getPermittedSubclasses().length);
  }

  @Test
  void anEntityInsideAnAggregateIsNeitherAggregateNorCommandHandlerOfItsOwn() {
    Found found = Discovery.in(Indexes.of(Box.class, Item.class, Packed.class));

    assertThat(found.aggregates()).containsExactly(DotName.createSimple(Box.class));
    assertThat(found.members()).containsExactly(DotName.createSimple(Item.class));
    assertThat(found.commandHandlers()).isEmpty();
  }

  @Test
  void aSagaWithNoProcessingGroupRunsInOneOfItsOwn() {
    Found found = Discovery.in(Indexes.of(Lonely.class, Packed.class));

    assertThat(found.sagaGroups().values()).containsExactly("DiscoveryTest$LonelyProcessor");
  }

  @Test
  void everythingThatIsWrongIsSaidAtOnce() {
    assertThatThrownBy(
            () ->
                Discovery.in(
                    Indexes.of(
                        Homeless.class,
                        Packed.class,
                        PackedToo.class,
                        Nameless.class,
                        Unrevised.class)))
        .isInstanceOf(AxonProblems.class)
        .hasMessageContaining("Homeless handles events but has no @ProcessingGroup")
        .hasMessageContaining("Nameless has no @JsonTypeName")
        .hasMessageContaining("Unrevised has no @Revision")
        .hasMessageContaining("the event name 'Packed' belongs to both");
  }

  private static Entry<DotName, String> entry(String type, String group) {
    return Map.entry(DotName.createSimple(type), group);
  }

  @JsonTypeName("Packed")
  @Revision("1")
  record Packed() {}

  @JsonTypeName("Packed")
  @Revision("1")
  record PackedToo() {}

  @Revision("1")
  record Nameless() {}

  @JsonTypeName("Unrevised")
  record Unrevised() {}

  @ProcessingGroup("whole-family")
  static class WholeFamily {
    @EventHandler
    void on(ParcelEvent e) {}
  }

  static class Homeless {
    @EventHandler
    void on(Packed e) {}

    @EventHandler
    void on(Nameless e) {}

    @EventHandler
    void on(Unrevised e) {}
  }

  static class Lonely {
    @SagaEventHandler(associationProperty = "id")
    void on(Packed e) {}
  }

  static class Box {
    @AggregateIdentifier String id = "";
    @AggregateMember List<Item> items = List.of();

    @EventSourcingHandler
    void on(Packed e) {}
  }

  static class Item {
    @CommandHandler
    void handle(String command) {}
  }
}
