package health.vigil.axon.processor;

import static org.assertj.core.api.Assertions.assertThat;

import health.vigil.axon.serialization.LogicalType;
import java.util.List;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventHandlerInvoker;
import org.axonframework.eventhandling.MultiEventHandlerInvoker;
import org.axonframework.eventhandling.SimpleEventHandlerInvoker;
import org.junit.jupiter.api.Test;

class UnhandledTypesTest {

  private static final LogicalType SENT = new LogicalType("Sent", "1", Sent.class);
  private static final LogicalType LOST = new LogicalType("Lost", "2", Lost.class);
  private static final LogicalType READ = new LogicalType("Read", "1", Read.class);
  private static final List<LogicalType> ALL = List.of(SENT, LOST, READ);

  @Test
  void whatNoHandlerTakesIsUnwanted() {
    assertThat(UnhandledTypes.of(ALL, handlers(new OnSent()))).containsExactly(LOST, READ);
  }

  @Test
  void whatAHandlerOfTheGroupTakesIsWanted() {
    EventHandlerInvoker group =
        new MultiEventHandlerInvoker(handlers(new OnSent()), handlers(new OnRead()));

    assertThat(UnhandledTypes.of(ALL, group)).containsExactly(LOST);
  }

  @Test
  void whoTakesAFamilyWantsAllOfIt() {
    assertThat(UnhandledTypes.of(ALL, handlers(new OnAny()))).containsExactly(READ);
  }

  private static EventHandlerInvoker handlers(Object handler) {
    return SimpleEventHandlerInvoker.builder().eventHandlers(handler).build();
  }

  private interface LetterEvent {}

  private record Sent() implements LetterEvent {}

  private record Lost(String letter) implements LetterEvent {}

  private record Read() {}

  private static final class OnSent {
    @EventHandler
    void on(Sent e) {}
  }

  private static final class OnRead {
    @EventHandler
    void on(Read e) {}
  }

  private static final class OnAny {
    @EventHandler
    void on(LetterEvent e) {}
  }
}
