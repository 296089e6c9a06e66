package health.vigil.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * How the application is found and asked, and what is said when it does not answer as it should.
 */
class AskingTest {

  @TempDir private Path home;

  private static final String TRACE = "GET /api/v1/audit/trace/13?limit=500";

  @Test
  void theCausesOfATraceMakeATree() throws IOException {
    try (StubVigil vigil =
        new StubVigil()
            .answering(
                TRACE,
                200,
                """
                {"correlationId":"c-1","asked":13,"events":[
                  {"position":12,"type":"VitalSignsRecorded","stream":"monitoring:1","recordedAt":"2026-11-23T13:05:00.100Z","actor":"nurse-7"},
                  {"position":13,"cause":12,"type":"BreachBegan","stream":"monitoring:1","recordedAt":"2026-11-23T13:05:00.100Z"}],
                  "next":"13"}
                """)
            .answering(
                TRACE + "&cursor=13",
                200,
                """
                {"correlationId":"c-1","asked":13,"events":[
                  {"position":15,"cause":13,"type":"AlertRaised","stream":"alert-1","recordedAt":"2026-11-23T13:05:00.112Z","reaction":"episode-alert"},
                  {"position":16,"cause":12,"type":"Other","stream":"x","recordedAt":"2026-11-23T13:10:00.112Z"}]}
                """)) {
      Called called = Called.vigil(home, vigil.environment(), "trace", "13");

      assertThat(called.exitCode()).as(called.err()).isZero();
      assertThat(called.out())
          .isEqualTo(
              """
              Request c-1
                     12  2026-11-23T13:05:00.100Z  VitalSignsRecorded  monitoring:1  by nurse-7
              >      13                     +0 ms    BreachBegan  monitoring:1
                     15                    +12 ms      AlertRaised  alert-1  by reaction episode-alert
                     16                    +5 min    Other  x
              """);
      assertThat(
              Called.vigil(home, vigil.environment(), "trace", "13", "--json")
                  .json()
                  .path("events"))
          .hasSize(4);
    }
  }

  @Test
  void whereItRunsIsToldByAnOptionThenThePortThenTheDataFolder() throws IOException {
    try (StubVigil vigil =
        new StubVigil().answering(TRACE, 200, "{\"correlationId\":\"found\",\"events\":[]}")) {
      assertThat(
              Called.vigil(
                  home, Map.of("VIGIL_PORT", "1"), "trace", "13", "--url", vigil.url() + "/"))
          .extracting(Called::out)
          .isEqualTo("Request found\n");
      assertThat(Called.vigil(home, vigil.environment(), "trace", "13").exitCode()).isZero();
      Path data = home.resolve("elsewhere");
      Files.createDirectories(data.resolve("run"));
      Files.writeString(
          data.resolve("run/running.properties"), "address=" + vigil.url().replace(":", "\\:"));
      Map<String, String> environment = Map.of("VIGIL_DATA", data.toString());
      assertThat(Called.vigil(home, environment, "trace", "13").exitCode()).isZero();
      Called.vigil(home, environment, "audit", "verify").assertFailed(3, "another version");
    }
  }

  @Test
  void anApplicationThatDoesNotRunIsSaidInALine() {
    Called.vigil(home, Map.of("VIGIL_PORT", "1"), "trace", "13")
        .assertFailed(3, "No Vigil answers at http://127.0.0.1:1", "./vigil serve", "--url");
    Called.vigil(home, Map.of("VIGIL_PORT", "a b"), "trace", "13").assertFailed(3, "VIGIL_PORT");
    Called.vigil(home, Map.of(), "trace", "13", "--url", "ftp://x").assertFailed(2, "--url");
    Called.vigil(home, Map.of(), "trace", "13", "--url", "rubbish").assertFailed(2, "--url");
  }

  @Test
  void whatAnswersAndIsNoVigilIsSaidInALine() {
    try (StubVigil other = new StubVigil().answering(TRACE, 200, "<html>welcome</html>")) {
      Called.vigil(home, other.environment(), "trace", "13").assertFailed(3, "is not Vigil");
      Called.vigil(home, other.environment(), "trace", "14").assertFailed(3, "is not Vigil");
    }
  }

  @Test
  void anAnswerThatBreaksOffIsNoAnswer() {
    try (StubVigil vigil = new StubVigil().dyingAfter(TRACE, "{\"events\":[")) {
      Called.vigil(home, vigil.environment(), "trace", "13")
          .assertFailed(3, "was lost before the answer was complete");
    }
  }

  @Test
  void whatIsNotThereIsSaidInTheWordsOfTheApplication() {
    try (StubVigil vigil =
        new StubVigil()
            .answering(TRACE, 404, "{\"title\":\"There is no such event\",\"status\":404}")) {
      Called.vigil(home, vigil.environment(), "trace", "13")
          .assertFailed(3, "There is no such event.");
    }
  }

  @Test
  void anIdIsNeverMoreThanAPartOfThePath() {
    try (StubVigil vigil = new StubVigil()) {
      Called.vigil(home, vigil.environment(), "trace", "../x?y#z ä");

      assertThat(vigil.asked().get(0))
          .isEqualTo("GET /api/v1/audit/trace/..%2Fx%3Fy%23z%20%C3%A4?limit=500");
    }
  }
}
