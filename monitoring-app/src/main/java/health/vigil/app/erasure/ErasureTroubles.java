package health.vigil.app.erasure;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;

/** What keeps erasures from being done on this node; each is logged when it begins and ends. */
@Singleton
class ErasureTroubles {
  private static final Logger LOG = Logger.getLogger(ErasureTroubles.class);

  private final Map<Step, String> met = new EnumMap<>(Step.class);

  /** What belongs to an erasure, by what is in the way when it fails. */
  enum Step {
    FOLLOW_THE_LOG,
    DESTROY_KEYS,
    READ_THE_LEDGER,
    WRITE_THE_LEDGER,
    RECORD_AGAIN
  }

  /**
   * @param sentence that names no person and says what helps
   */
  synchronized void met(Step step, String sentence) {
    if (!sentence.equals(met.put(step, sentence))) {
      LOG.error(sentence + " It is tried again every few seconds.");
    }
  }

  synchronized void over(Step step) {
    if (met.remove(step) != null) {
      LOG.infof("What kept erasures from being done is over (%s).", step);
    }
  }

  synchronized Collection<String> sentences() {
    return List.copyOf(met.values());
  }
}
