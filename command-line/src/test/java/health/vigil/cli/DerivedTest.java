package health.vigil.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./vigil projections} and {@code ./vigil snapshots}. */
class DerivedTest {

  private static final String LIST = "GET /api/v1/operations/projections";
  private static final String BOARD = LIST + "/ward-board";
  private static final String VERIFY_BOARD =
      "POST /api/v1/operations/projections/ward-board/verification";
  private static final String VERIFY_SNAPSHOTS = "POST /api/v1/operations/snapshots/verification";

  @TempDir private Path home;
  private final StubVigil vigil = new StubVigil();

  @BeforeEach
  void haveAWardBoard() {
    vigil.answering(LIST, 200, "{\"items\":[{\"name\":\"ward-board\"}]}");
  }

  @AfterEach
  void close() {
    vigil.close();
  }

  private Called vigil(String arguments) {
    return Called.vigil(home, vigil.environment(), arguments.split(" "));
  }

  @Test
  void aReadModelThatIsWhatTheLogSaysIsWell() throws IOException {
    vigil.answering(
        VERIFY_BOARD,
        200,
        """
        {"progress":{"done":10,"of":20}}
        {"result":{"projection":"ward-board","position":1200,"equal":true,"rows":123,"differences":[],"more":0}}
        """);

    Called called = vigil("projections verify ward-board");

    assertThat(called.exitCode()).as(called.err()).isZero();
    assertThat(called.out())
        .isEqualTo("ward-board is what the log says: 123 rows, up to position 1,200.\n");
    assertThat(vigil("projections verify ward-board --json").json().path("rows").asInt())
        .isEqualTo(123);
  }

  @Test
  void differencesAreNamed() {
    vigil.answering(
        VERIFY_BOARD,
        200,
        """
        {"result":{"projection":"ward-board","position":1200,"equal":false,"rows":123,"differences":[
          {"table":"ward_board_stay","key":"s-1","what":"DIFFERENT","columns":["score","band"]},
          {"table":"ward_board_stay","key":"s-2","what":"MISSING","columns":[]},
          {"table":"ward_board_bed","key":"A/1","what":"EXTRA","columns":[]}],"more":7}}
        """
            .replaceAll("\\n\\s+", ""));

    Called called = vigil("projections verify ward-board");

    assertThat(called.exitCode()).isEqualTo(1);
    assertThat(called.out())
        .isEqualTo(
            """
            ward-board is NOT what the log says, of 123 rows, up to position 1,200:
              ward_board_stay, key s-1: other values in score, band
              ward_board_stay, key s-2: the row is missing
              ward_board_bed, key A/1: there is a row that nothing in the log leads to
              and 7 more.
            """);
  }

  @Test
  void withoutANameAllAreCompared() {
    vigil.answering(LIST, 200, "{\"items\":[{\"name\":\"ward-board\"},{\"name\":\"ward-board\"}]}");
    vigil.answering(
        VERIFY_BOARD,
        200,
        "{\"result\":{\"projection\":\"ward-board\",\"position\":1,\"equal\":true,\"rows\":1}}");

    assertThat(vigil("projections verify").out()).hasLineCount(2);
  }

  @Test
  void aProblemAfterTheProgressIsSaidInALine() {
    vigil.answering(
        VERIFY_BOARD,
        200,
        """
        {"progress":{"done":10,"of":20}}
        {"problem":{"type":"/problems/run-failed","title":"It failed","status":500,"detail":"The handler failed at position 7"}}
        """);

    vigil("projections verify ward-board").assertFailed(3, "The handler failed at position 7.");
  }

  @Test
  void anApplicationThatIsKilledMidwayIsToldAndIsNoResult() {
    vigil.dyingAfter(VERIFY_BOARD, "{\"progress\":{\"done\":10,\"of\":20}}\n");
    vigil("projections verify ward-board")
        .assertFailed(3, "was lost before the answer was complete");

    vigil.answering(VERIFY_BOARD, 200, "{\"progress\":{\"done\":10,\"of\":20}}\n");
    vigil("projections verify ward-board")
        .assertFailed(3, "was lost before the answer was complete");
  }

  @Test
  void aReadModelThatThereIsNotIsSaidInALine() {
    vigil("projections verify nonsense")
        .assertFailed(2, "There is no read model nonsense; there are ward-board.");
    vigil("projections rebuild nonsense").assertFailed(2, "there are ward-board.");
    assertThat(vigil.asked()).noneMatch(call -> call.startsWith("POST"));
  }

  @Test
  void snapshotsAreCompared() {
    vigil.answering(
        VERIFY_SNAPSHOTS, 200, "{\"result\":{\"snapshots\":3,\"equal\":true,\"differences\":[]}}");
    assertThat(vigil("snapshots verify").out())
        .isEqualTo("Each of 3 snapshots is what its events say.\n");

    vigil.answering(
        VERIFY_SNAPSHOTS,
        200,
        "{\"result\":{\"snapshots\":3,\"equal\":false,\"differences\":[{\"stream\":\"monitoring:1\",\"sequence\":99,\"what\":\"CHANGED\"}]}}");
    Called called = vigil("snapshots verify");
    assertThat(called.exitCode()).isEqualTo(1);
    assertThat(called.out()).endsWith("  monitoring:1 at 99: CHANGED\n");
  }

  private static String board(String rebuild) {
    return ("{\"name\":\"ward-board\",\"version\":1,\"codeVersion\":2,\"position\":5120,\"lag\":3,"
            + "\"state\":\"RUNNING\",\"parked\":0,\"rebuild\":{\"id\":\"r-1\",%s}}")
        .formatted(rebuild);
  }

  private static final String HALFWAY = "\"state\":\"RUNNING\",\"position\":2000,\"target\":5120";
  private static final String DONE =
      "\"state\":\"DONE\",\"position\":5121,\"target\":5121,\"events\":1700,"
          + "\"endedAt\":\"2026-11-23T13:05:00Z\"";
  private static final String REBUILD = "POST /api/v1/operations/projections/ward-board/rebuild";

  @Test
  void theListTellsVersionsAndRebuilds() {
    vigil.answering(LIST, 200, "{\"items\":[" + board(HALFWAY) + "," + board(DONE) + "]}");

    assertThat(vigil("projections list").out())
        .isEqualTo(
            """
            projection     version     position   behind  parked  state      rebuild
            ward-board        1->2         5120        3       0  RUNNING    at 2,000 of 5,120
            ward-board        1->2         5120        3       0  RUNNING    done 2026-11-23T13:05:00Z
            """);
  }

  @Test
  void aRebuildIsWaitedFor() {
    vigil.answering(REBUILD, 202, "{\"id\":\"r-1\"}");
    vigil.answering(BOARD, 200, board(HALFWAY));
    vigil.afterwards(BOARD, 200, board(DONE));

    Called called = vigil("projections rebuild ward-board");

    assertThat(called.exitCode()).as(called.err()).isZero();
    assertThat(called.out())
        .isEqualTo(
            "ward-board was rebuilt up to position 5,121 from 1,700 events and is served from now on.\n");
  }

  @Test
  void aRebuildThatFailsIsNotWell() {
    vigil.answering(REBUILD, 202, "{\"id\":\"r-1\"}");
    vigil.answering(BOARD, 200, board("\"state\":\"FAILED\",\"failure\":\"At position 7.\""));
    Called failed = vigil("projections rebuild ward-board");
    assertThat(failed.exitCode()).isEqualTo(1);
    assertThat(failed.out()).contains("was NOT rebuilt", "At position 7.");

    vigil.answering(BOARD, 200, board("\"state\":\"INTERRUPTED\""));
    assertThat(vigil("projections rebuild ward-board").out()).contains("Begin it anew.");

    vigil.answering(REBUILD, 202, "{\"id\":\"r-2\"}");
    vigil("projections rebuild ward-board").assertFailed(3, "./vigil projections list");
  }

  @Test
  void aRebuildThatRunsAlreadyIsSaidInALine() {
    vigil.answering(
        REBUILD, 409, "{\"title\":\"It runs\",\"detail\":\"ward-board is being rebuilt\"}");

    vigil("projections rebuild ward-board").assertFailed(3, "ward-board is being rebuilt.");
    vigil("projections rebuild").assertFailed(2, "NAME");
  }
}
