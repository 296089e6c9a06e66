package health.vigil.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import health.vigil.issuer.DemoIssuer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A whole ward against a server that misbehaves. */
class WardTest {
  private static final Duration SOON = Duration.ofSeconds(30);
  private final List<RuntimeException> failures = new CopyOnWriteArrayList<>();
  private final List<String> lines = new CopyOnWriteArrayList<>();
  @TempDir private static Path issuer;
  private FakeVigil vigil;
  private Clockwork clockwork;
  private Tally tally;

  @BeforeAll
  static void makeIssuer() {
    DemoIssuer.in(issuer);
  }

  @BeforeEach
  void start() throws IOException {
    vigil = new FakeVigil();
    clockwork = new Clockwork(Clock.systemUTC(), failures::add);
    tally = new Tally();
  }

  @AfterEach
  void stop() {
    clockwork.close();
    vigil.close();
    assertThat(failures).isEmpty();
  }

  @Test
  void eachBedSendsItsReadingsInOrderAndEachOnce() {
    open("--beds", "3", "--interval", "PT0.1S");
    await().atMost(SOON).until(() -> vigil.recorded().size() > 40);
    assertInOrderWithoutGaps(3);
  }

  @Test
  void everyCallIsMadeByWhoeverMakesItOnTheWard() {
    open("--beds", "7", "--beds-per-ward", "7", "--interval", "PT0.1S");
    await().atMost(SOON).until(() -> patients() == 7);
    assertThat(vigil.callers())
        .contains(
            "simulator-nurse-A vigil:nurse:A patients",
            "simulator-nurse-A vigil:nurse:A admission",
            "simulator-physician-A vigil:physician:A monitoring-plan",
            "simulator-nurse-A vigil:nurse:A pairing",
            "simulator-A-01 vigil:device observations",
            "simulator-A-07 vigil:device observations");
  }

  @Test
  void whileVigilIsBusyNothingIsLostAndTheOrderIsKept() {
    vigil.beBusyFor(30);
    open("--beds", "2", "--interval", "PT0.1S");
    await().atMost(SOON).until(() -> vigil.recorded().size() > 40);
    assertInOrderWithoutGaps(2);
    assertThat(tally.summary()).contains("sent again 30", "given up 0");
  }

  @Test
  void whatIsRefusedIsSaidAndCountedAndTheNextOneIsSent() {
    vigil.refuse(1);
    open("--beds", "1", "--interval", "PT0.1S");
    await().atMost(SOON).until(() -> vigil.recorded().size() > 3);
    assertThat(tally.summary()).contains("refused 1");
    assertThat(lines).anyMatch(line -> line.contains("Not acceptable"));
  }

  @Test
  void whatWaitsTooLongIsGivenUpAndSaid() {
    vigil.beBusyFor(1, 1);
    open("--beds", "1", "--interval", "PT0.1S", "--keep", "3");
    await().atMost(SOON).until(() -> vigil.recorded().size() > 3);
    assertThat(tally.summary()).doesNotContain("given up 0");
    assertThat(lines).anyMatch(line -> line.matches("A/01: \\d+ readings given up"));
  }

  @Test
  void whatIsMergedIsCountedApart() {
    open("--beds", "5", "--continuous", "1", "--reading-every", "PT0.1S");
    await().atMost(SOON).until(() -> tally.summary().matches(".*recorded [1-9].*merged [1-9].*"));
  }

  @Test
  void neverMoreCallsAreUnderWayThanAllowed() {
    open("--beds", "40", "--interval", "PT0.1S", "--requests", "4");
    await().atMost(SOON).until(() -> vigil.recorded().size() > 200);
    assertThat(vigil.mostAtOnce()).isLessThanOrEqualTo(4);
  }

  @Test
  void aThousandBedsAllSend() {
    open("--beds", "1000", "--interval", "PT2S");
    await().atMost(SOON).until(() -> patients() == 1000);
  }

  @Test
  void startedAgainItGoesOnWithItsPatients() {
    open("--beds", "2", "--interval", "PT0.1S");
    await().atMost(SOON).until(() -> vigil.recorded().size() > 6);
    open("--beds", "2", "--interval", "PT0.1S");
    await().atMost(SOON).until(() -> repeated() > 4);
    assertThat(vigil.recorded().stream().map(WardTest::run).distinct()).hasSize(2);
  }

  @Test
  void aCheckNeedsBedsThatNobodyLiesIn() {
    open("--beds", "1", "--interval", "PT0.1S");
    await().atMost(SOON).until(() -> vigil.recorded().size() > 1);
    Ward second = open("--beds", "1", "--check");
    assertThat(second.over())
        .failsWithin(SOON)
        .withThrowableThat()
        .withMessageContaining("A/01 is taken by an earlier run: name another --ward");
  }

  private Ward open(String... arguments) {
    SimulatorOptions options =
        SimulatorOptions.of(
            Stream.concat(Stream.of("--issuer", issuer.toString()), Stream.of(arguments))
                .toArray(String[]::new));
    Calls calls =
        new Calls(
            new VigilApi(vigil.url(), Tokens.of(options)), clockwork, options.requests(), tally);
    Ward ward = new Ward(options, Layout.of(options), clockwork, calls, tally, lines::add);
    clockwork.execute(ward::open);
    return ward;
  }

  /** Sets that two runs have sent alike. */
  private long repeated() {
    List<JsonNode> sets = vigil.recorded();
    return sets.size() - sets.stream().distinct().count();
  }

  /** Bed, beginning and settings, as they stand in the message id. */
  private static String run(JsonNode set) {
    String id = set.path("messageId").asText();
    return id.substring(0, id.lastIndexOf(':'));
  }

  private long patients() {
    return vigil.recorded().stream().map(WardTest::device).distinct().count();
  }

  private void assertInOrderWithoutGaps(int beds) {
    Map<String, List<Long>> ticks =
        vigil.recorded().stream()
            .collect(
                Collectors.groupingBy(
                    WardTest::device, Collectors.mapping(WardTest::tick, Collectors.toList())));
    assertThat(ticks).hasSize(beds);
    ticks.forEach(
        (device, sent) -> {
          long first = sent.get(0);
          for (int i = 0; i < sent.size(); i++) {
            assertThat(sent.get(i)).as(device).isEqualTo(first + i);
          }
        });
  }

  private static String device(JsonNode set) {
    String id = set.path("messageId").asText();
    return id.substring(0, id.indexOf(':'));
  }

  private static long tick(JsonNode set) {
    String id = set.path("messageId").asText();
    return Long.parseLong(id.substring(id.lastIndexOf(':') + 1));
  }
}
