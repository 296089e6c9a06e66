package health.vigil.axon.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import health.vigil.axon.example.Faults;
import health.vigil.axon.example.ParcelCommand.SendParcel;
import health.vigil.axon.example.ParcelCommand.TouchParcel;
import health.vigil.axon.example.ParcelId;
import health.vigil.axon.processor.ProcessorPositions;
import io.quarkus.test.QuarkusUnitTest;
import io.smallrye.health.SmallRyeHealthReporter;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.TrackingEventProcessor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What operators see of processors. */
class OperationsComponentTest {

  @RegisterExtension
  static final QuarkusUnitTest APPLICATION =
      Example.application()
          .overrideConfigKey("vigil.axon.health.max-lag", "1s")
          .overrideConfigKey("vigil.axon.health.sample-interval", "100ms")
          .overrideConfigKey("vigil.axon.processors.\"parcel-shelf\".attempts", "100")
          .overrideConfigKey("vigil.axon.processors.\"parcel-shelf\".segments", "2")
          .overrideConfigKey("vigil.axon.processors.\"parcel-shelf\".batch-size", "7");

  private static final Instant FAR = Instant.parse("2100-01-01T00:00:00Z");
  private static final String SHELF = "parcel-shelf";

  @Inject CommandGateway commands;
  @Inject ProcessorPositions positions;
  @Inject Configuration axon;
  @Inject Faults faults;
  @Inject SmallRyeHealthReporter health;

  @Test
  void configurationOfAProcessorIsItsOwn() {
    Awaitility.await().until(() -> processor().processingStatus().size() == 2);

    assertThat(processor().maxCapacity()).isEqualTo(2);
  }

  @Test
  void positionsPassEventsThatNobodyHandlesAndAreReadWhereverTheProcessorRuns() {
    ParcelId parcel = sent("stored " + UUID.randomUUID());
    commands.sendAndWait(new TouchParcel(parcel, 5));
    assertThat(positions.await(SHELF, positions.head(), Duration.ofSeconds(10))).isTrue();
    long handled = positions.of(SHELF);

    processor().shutDown();
    try {
      assertThat(processor().processingStatus()).isEmpty();
      assertThat(positions.of(SHELF)).isEqualTo(handled).isEqualTo(positions.head());
      assertThat(wellness()).contains("has stopped");
    } finally {
      processor().start();
    }
    Awaitility.await().until(() -> wellness().contains("\"status\":\"UP\""));
  }

  @Test
  void aProcessorInErrorIsNamed() {
    String label = "stuck " + UUID.randomUUID();
    faults.breakAt("shelf/" + label);
    sent(label);

    Awaitility.await()
        .until(() -> wellness().contains("\"parcel-shelf\":\"is in error: IllegalStateException"));
    assertThat(wellness()).contains("\"parcel-watch\":\"ok\"").contains("\"status\":\"DOWN\"");
    assertThat(positions.lag(SHELF)).isPositive();
    faults.mend("shelf/" + label);

    Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> positions.lag(SHELF) == 0);
    Awaitility.await().until(() -> wellness().contains("\"status\":\"UP\""));
  }

  @Test
  void aDeadlineThatFailsAgainAndAgainIsTold() {
    ParcelId parcel = new ParcelId(UUID.randomUUID().toString());
    faults.breakAt("late/" + parcel);
    commands.sendAndWait(
        new SendParcel(parcel, "failing " + parcel, BigDecimal.ONE, Instant.now()));

    Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> wellness().contains("\"late or failing\":1"));
    assertThat(wellness()).contains("\"status\":\"DOWN\"");
    faults.mend("late/" + parcel);

    Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> wellness().contains("\"late or failing\":0"));
  }

  @Test
  void aProcessorThatIsBehindForTooLongIsNamed() {
    String label = "slow " + UUID.randomUUID();
    faults.holdAt("shelf/" + label);
    try {
      sent(label);
      Awaitility.await().until(() -> wellness().contains("\"parcel-shelf\":\"is behind for"));
    } finally {
      faults.letGo("shelf/" + label);
    }
    Awaitility.await().until(() -> wellness().contains("\"status\":\"UP\""));
  }

  private ParcelId sent(String label) {
    ParcelId parcel = new ParcelId(UUID.randomUUID().toString());
    commands.sendAndWait(new SendParcel(parcel, label, BigDecimal.ONE, FAR));
    return parcel;
  }

  private TrackingEventProcessor processor() {
    return axon.eventProcessingConfiguration()
        .eventProcessor(SHELF, TrackingEventProcessor.class)
        .orElseThrow();
  }

  private String wellness() {
    return health.getWellness().getPayload().toString();
  }
}
