package health.vigil.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.lang.reflect.Proxy;
import java.util.stream.Stream;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.platform.testkit.engine.EngineTestKit;

/** The engine keeps the contract, and the contract is one that can be broken. */
class StorageContractTest extends StorageContract {

  private final LogFixture fixture = LogFixture.empty();
  private final EventStorageEngine engine = fixture.log.storageEngine();

  @Override
  EventStorageEngine engine() {
    return engine;
  }

  @AfterEach
  void close() {
    fixture.close();
  }

  @Test
  void anEngineThatKeepsNothingBreaksEveryRule() {
    EngineTestKit.engine("junit-jupiter")
        .selectors(selectClass(Forgetful.class))
        .execute()
        .testEvents()
        .assertStatistics(statistics -> statistics.started(7).failed(7));
  }

  /** Takes every event and has none. */
  static final class Forgetful extends StorageContract {

    @Override
    EventStorageEngine engine() {
      return (EventStorageEngine)
          Proxy.newProxyInstance(
              EventStorageEngine.class.getClassLoader(),
              new Class<?>[] {EventStorageEngine.class},
              (proxy, method, arguments) -> {
                assertThat(arguments).isNotNull();
                if (method.getReturnType() == DomainEventStream.class) {
                  return DomainEventStream.empty();
                }
                return method.getReturnType() == Stream.class ? Stream.empty() : null;
              });
    }
  }
}
