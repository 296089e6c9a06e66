package health.vigil.app.monitoring;

import health.vigil.app.problem.Problem;
import health.vigil.app.problem.ProblemException;
import jakarta.ws.rs.core.EntityTag;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The revision of what is edited, as HTTP has it: an ETag with the number in quotes. */
final class Revision {
  private static final Pattern TAG = Pattern.compile("\"(?<revision>\\d{1,18})\"");

  private Revision() {}

  static EntityTag tag(long revision) {
    return new EntityTag(Long.toString(revision));
  }

  /**
   * The revision that was edited.
   *
   * @throws ProblemException 428 when the header is missing, 400 when it is no ETag of ours
   */
  static long expected(@Nullable String ifMatch) {
    if (ifMatch == null) {
      throw new ProblemException(
          Problem.of(428, "precondition-required", "Say which revision was edited")
              .detail("Send If-Match with the ETag of GET monitoring-plan."));
    }
    Matcher tag = TAG.matcher(ifMatch.strip());
    if (!tag.matches()) {
      throw new ProblemException(
          Problem.of(400, "malformed-request", "The request can not be read")
              .detail("If-Match holds the ETag of GET monitoring-plan."));
    }
    return Long.parseLong(tag.group("revision"));
  }
}
