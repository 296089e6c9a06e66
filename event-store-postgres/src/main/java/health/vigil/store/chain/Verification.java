package health.vigil.store.chain;

import health.vigil.store.LogHead;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What was found when the log was looked through.
 *
 * @param head where the log ended when it began; what was appended later was not looked at
 * @param first the position that it was to begin with
 * @param last the position up to which everything is as it should be, one less than {@code first}
 *     when nothing is
 * @param hash what the event at {@code last} has to have as its hash, computed from the events; 64
 *     hexadecimal digits. Empty when the event before {@code first} is missing, on which all rests
 * @param flaws all that is wrong, by position. Of the chain itself only the first flaw is told:
 *     nothing can be said about what follows it.
 */
public record Verification(LogHead head, long first, long last, String hash, List<Flaw> flaws) {

  public Verification {
    flaws = flaws.stream().sorted(Comparator.comparingLong(Flaw::position)).toList();
  }

  /** Whether nothing is wrong. */
  public boolean isIntact() {
    return flaws.isEmpty();
  }

  /** How many events are as they should be. */
  public long count() {
    return last - first + 1;
  }

  /** The first position where something is wrong, and what. */
  public Optional<Flaw> firstFlaw() {
    return flaws.stream().findFirst();
  }
}
