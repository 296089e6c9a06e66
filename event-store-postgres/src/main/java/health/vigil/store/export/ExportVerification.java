package health.vigil.store.export;

import health.vigil.store.chain.Flaw;
import java.util.List;
import java.util.Optional;

/**
 * What was found when an export was looked through.
 *
 * @param manifest what the export should hold
 * @param last the position up to which everything is as it should be, one less than the manifest's
 *     first when nothing is
 * @param hash of the event at {@code last}, computed from the events; 64 hexadecimal digits
 * @param line the number of the first line, from 1, where something is wrong with the events; that
 *     after the last line when the export ends too early; 0 when nothing is
 * @param compared how many checkpoints were given for this part
 * @param flaws all that is wrong. Of the events themselves only the first flaw is told: nothing can
 *     be said about what follows it.
 */
public record ExportVerification(
    ExportManifest manifest, long last, String hash, long line, int compared, List<Flaw> flaws) {

  public ExportVerification {
    flaws = List.copyOf(flaws);
  }

  /** Whether nothing is wrong. */
  public boolean isIntact() {
    return flaws.isEmpty();
  }

  /** How many events are as they should be. */
  public long count() {
    return last - manifest.first() + 1;
  }

  /** What is wrong, the manifest before the events. */
  public Optional<Flaw> firstFlaw() {
    return flaws.stream().findFirst();
  }
}
