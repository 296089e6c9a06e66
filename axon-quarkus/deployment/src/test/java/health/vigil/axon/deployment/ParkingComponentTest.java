package health.vigil.axon.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import health.vigil.axon.example.Faults;
import health.vigil.axon.example.FindOnShelf;
import health.vigil.axon.example.ParcelCommand.DeliverParcel;
import health.vigil.axon.example.ParcelCommand.SendParcel;
import health.vigil.axon.example.ParcelId;
import health.vigil.axon.example.ShelfEntry;
import health.vigil.axon.processor.DeadLetters;
import health.vigil.axon.processor.ParkedLetter;
import health.vigil.axon.processor.ProcessorPositions;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.QuarkusUnitTest;
import io.smallrye.health.SmallRyeHealthReporter;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.queryhandling.QueryGateway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What becomes of events that can not be handled. */
class ParkingComponentTest {

  @RegisterExtension static final QuarkusUnitTest APPLICATION = Example.application();

  private static final Instant FAR = Instant.parse("2100-01-01T00:00:00Z");
  private static final String SHELF = "parcel-shelf";

  @Inject CommandGateway commands;
  @Inject QueryGateway queries;
  @Inject ProcessorPositions positions;
  @Inject DeadLetters letters;
  @Inject Faults faults;
  @Inject SmallRyeHealthReporter health;
  @Inject MeterRegistry meters;

  @Test
  void anEventThatKeepsFailingIsParkedWithWhatFollowsItAndTheOthersGoOn() {
    ParcelId broken = parcel();
    ParcelId sound = parcel();
    faults.breakAt("shelf/broken " + broken);
    send(broken, "broken " + broken);
    commands.sendAndWait(new DeliverParcel(broken, FAR));
    send(sound, "sound " + sound);

    assertThat(onShelf(sound).there()).isTrue();

    assertThat(onShelf(broken).there()).isFalse();
    assertThat(faults.visits("shelf/broken " + broken)).isEqualTo(3);
    assertThat(parked(broken))
        .extracting(ParkedLetter::eventType)
        .containsExactly("ParcelSent", "ParcelDelivered");
    assertThat(parked(broken).get(0).cause()).isEqualTo(IllegalStateException.class.getName());
    assertThat(parked(broken).get(1).cause()).isNull();
    assertThat(wellness()).contains("\"status\":\"DOWN\"").contains("has parked 2 events");

    assertThat(letters.retry(SHELF, broken.value())).as("it still fails").isFalse();
    assertThat(parked(broken)).hasSize(2);
    faults.mend("shelf/broken " + broken);
    assertThat(letters.retry(SHELF, broken.value())).isTrue();

    assertThat(onShelf(broken)).isEqualTo(new ShelfEntry(true, "everybody pays 5", true));
    assertThat(parked(broken)).isEmpty();
  }

  @Test
  void aFailureAtCommitIsLaidToTheEventThatCausesIt() {
    ParcelId first = parcel();
    ParcelId duplicate = parcel();
    ParcelId next = parcel();
    String label = "only one of me " + first;
    send(first, label);
    send(duplicate, label);
    send(next, "next " + next);

    assertThat(onShelf(first).there()).isTrue();
    assertThat(onShelf(next).there()).isTrue();

    assertThat(onShelf(duplicate).there()).isFalse();
    assertThat(parked(duplicate)).hasSize(1);
    assertThat(parked(first)).isEmpty();
  }

  @Test
  void lagAndThroughputAreMeasured() {
    ParcelId parcel = parcel();
    send(parcel, "measured " + parcel);
    assertThat(onShelf(parcel).there()).isTrue();

    assertThat(meters.get("vigil.axon.processor.events").tag("processor", SHELF).counter().count())
        .isPositive();
    Awaitility.await()
        .until(
            () ->
                meters.get("vigil.axon.processor.lag").tag("processor", SHELF).gauge().value()
                    == 0);
    assertThat(meters.get("vigil.axon.commands").tag("outcome", "handled").counter().count())
        .isPositive();
  }

  private static ParcelId parcel() {
    return new ParcelId(UUID.randomUUID().toString());
  }

  private void send(ParcelId parcel, String label) {
    commands.sendAndWait(new SendParcel(parcel, label, BigDecimal.ONE, FAR));
  }

  private ShelfEntry onShelf(ParcelId parcel) {
    assertThat(positions.await(SHELF, positions.head(), Duration.ofSeconds(40))).isTrue();
    return queries.query(new FindOnShelf(parcel), ShelfEntry.class).join();
  }

  private List<ParkedLetter> parked(ParcelId parcel) {
    return letters.letters(SHELF).stream()
        .filter(letter -> letter.sequence().equals(parcel.value()))
        .toList();
  }

  private String wellness() {
    return health.getWellness().getPayload().toString();
  }
}
