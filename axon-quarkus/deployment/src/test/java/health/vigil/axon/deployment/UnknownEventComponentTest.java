package health.vigil.axon.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.THROWABLE;
import static org.awaitility.Awaitility.await;

import health.vigil.axon.example.FindOnShelf;
import health.vigil.axon.example.ParcelCommand.DeliverParcel;
import health.vigil.axon.example.ParcelCommand.SendParcel;
import health.vigil.axon.example.ParcelId;
import health.vigil.axon.example.ShelfEntry;
import health.vigil.axon.processor.DeadLetters;
import health.vigil.axon.processor.ProcessorPositions;
import health.vigil.store.PostgresLog;
import io.quarkus.test.QuarkusUnitTest;
import io.smallrye.health.SmallRyeHealthReporter;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import javax.sql.DataSource;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.TrackingEventProcessor;
import org.axonframework.queryhandling.QueryGateway;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.json.JacksonSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A newer version of the application has appended what this one does not know. */
class UnknownEventComponentTest {

  @RegisterExtension static final QuarkusUnitTest APPLICATION = Example.application();

  private static final Instant FAR = Instant.parse("2100-01-01T00:00:00Z");
  private static final String SHELF = "parcel-shelf";

  @Inject CommandGateway commands;
  @Inject QueryGateway queries;
  @Inject ProcessorPositions positions;
  @Inject DeadLetters letters;
  @Inject SmallRyeHealthReporter health;
  @Inject Configuration axon;
  @Inject DataSource dataSource;
  @Inject TransactionManager transactions;
  @Inject Serializer serializer;

  @Test
  void theReadModelStopsBeforeItAndTheAggregateIsNotLoaded() {
    ParcelId known = new ParcelId("known");
    ParcelId later = new ParcelId("later");
    send(known);
    assertThat(positions.await(SHELF, positions.head(), Duration.ofSeconds(40))).isTrue();
    long before = positions.head();

    appendUnknown(known);
    send(later);

    String told = "position " + (before + 1) + " of the log, 'ParcelVanished' revision '4'";
    await().untilAsserted(() -> assertThat(error()).get(THROWABLE).hasMessageContaining(told));
    assertThat(positions.of(SHELF)).isEqualTo(before);
    assertThat(queries.query(new FindOnShelf(later), ShelfEntry.class).join().there()).isFalse();
    assertThat(letters.count(SHELF)).isZero();
    assertThat(health.getWellness().getPayload().toString())
        .contains("is in error: UnreadableEventException");
    assertThatThrownBy(() -> commands.sendAndWait(new DeliverParcel(known, FAR)))
        .hasStackTraceContaining(told);
  }

  private void send(ParcelId parcel) {
    commands.sendAndWait(new SendParcel(parcel, "label " + parcel, BigDecimal.ONE, FAR));
  }

  private Optional<Throwable> error() {
    return axon
        .eventProcessingConfiguration()
        .eventProcessor(SHELF, TrackingEventProcessor.class)
        .orElseThrow()
        .processingStatus()
        .values()
        .stream()
        .filter(EventTrackerStatus::isErrorState)
        .map(EventTrackerStatus::getError)
        .findFirst();
  }

  private void appendUnknown(ParcelId parcel) {
    try (PostgresLog newer =
        PostgresLog.builder()
            .dataSource(dataSource)
            .transactionManager(transactions)
            .serializer(serializer)
            .eventSerializer(new Newer())
            .build()) {
      newer
          .storageEngine()
          .appendEvents(new GenericDomainEventMessage<>("Parcel", parcel.value(), 1, "gone"));
    }
  }

  /** As the newer version writes it. */
  private static final class Newer extends JacksonSerializer {

    Newer() {
      super(JacksonSerializer.builder());
    }

    @Override
    @SuppressWarnings("rawtypes") // as declared by Axon
    public SerializedType typeForClass(Class type) {
      return String.class.equals(type)
          ? new SimpleSerializedType("ParcelVanished", "4")
          : super.typeForClass(type);
    }
  }
}
