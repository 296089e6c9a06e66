package health.vigil.store.contract;

import health.vigil.store.append.WriterSettings;
import java.time.Duration;

/** How long things may take here. */
final class Limits {

  /** More than the answer time that a call may take on a machine that does other things as well. */
  private static final Duration GRACE = Duration.ofSeconds(10);

  /** Until a suite gives up waiting for what has to come. */
  static final Duration PATIENCE = Duration.ofSeconds(90);

  /** For all that a process writes, also where that is much. */
  static final Duration SOAK = Duration.ofMinutes(15);

  static final WriterSettings WRITER = answering(Duration.ofSeconds(15));

  /** Where silence is what the writer has to notice. */
  static final WriterSettings SHORT_OF_TIME = answering(Duration.ofSeconds(1));

  /** What waits goes in the next group, and not in two; and all goes by the same session. */
  static final WriterSettings ONE_LANE = oneLane(WRITER);

  private Limits() {}

  /** Who is never going to answer is not waited for as long. */
  static Duration grace(Subject subject) {
    return subject == Subject.DROPS_WHAT_IS_QUEUED ? Duration.ofSeconds(2) : GRACE;
  }

  /** After which a reader that finds nothing more, where there is more, is given up. */
  static Duration stuck(Subject subject) {
    return subject == Subject.REAL ? Duration.ofSeconds(10) : Duration.ofSeconds(1);
  }

  private static WriterSettings oneLane(WriterSettings usual) {
    return new WriterSettings(
        1,
        usual.maxWaiting(),
        usual.maxWaitingBytes(),
        usual.groupEvents(),
        usual.groupBytes(),
        usual.answerTimeout());
  }

  static WriterSettings answering(Duration within) {
    WriterSettings usual = WriterSettings.DEFAULT;
    return new WriterSettings(
        usual.maxWaiting(),
        usual.maxWaitingBytes(),
        usual.groupEvents(),
        usual.groupBytes(),
        within);
  }

  /** With one lane: what waits in PostgreSQL does not wait in line. */
  static WriterSettings waitingAtMost(int appends, Duration within) {
    WriterSettings usual = WriterSettings.DEFAULT;
    return new WriterSettings(
        1, appends, usual.maxWaitingBytes(), usual.groupEvents(), usual.groupBytes(), within);
  }
}
