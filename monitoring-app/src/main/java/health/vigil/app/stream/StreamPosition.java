package health.vigil.app.stream;

import health.vigil.app.problem.Problem;
import health.vigil.app.problem.ProblemException;
import health.vigil.refusal.Refusal;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A place in one life of the log, as the ids of frames have it: {@code epoch-position}.
 *
 * @param epoch a restored log has another
 * @param position of the last event that the client has seen
 */
record StreamPosition(String epoch, long position) {
  private static final Pattern FORM =
      Pattern.compile("(?:(?<epoch>[0-9a-z]{1,40})-)?(?<position>\\d{1,18})");

  /**
   * The place to go on from.
   *
   * @param text an id, or a position of this epoch
   * @param newest the epoch and the head of the log
   * @throws ProblemException 409 when the log that it speaks of is not this one
   */
  static StreamPosition parse(String field, String text, StreamPosition newest) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      throw Refusal.invalid(field, "a position, or the id of a frame: EPOCH-POSITION");
    }
    String epoch = form.group("epoch");
    long position = Long.parseLong(form.group("position"));
    requireSameLog(epoch, position, newest);
    return new StreamPosition(newest.epoch, position);
  }

  private static void requireSameLog(@Nullable String epoch, long position, StreamPosition newest) {
    if ((epoch != null && !epoch.equals(newest.epoch)) || position > newest.position) {
      throw new ProblemException(
          Problem.of(409, "other-epoch", "The position is of another life of the log")
              .detail("The log was restored since. Read the board again and follow from there.")
              .with(Map.of("epoch", newest.epoch, "position", newest.position)));
    }
  }

  StreamPosition at(long other) {
    return new StreamPosition(epoch, other);
  }

  @Override
  public String toString() {
    return epoch + "-" + position;
  }
}
