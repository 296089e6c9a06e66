package health.vigil.store.chain;

import health.vigil.store.chain.Flaw.Kind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;

/**
 * The checkpoints that the events are compared with on the way, and what is wrong with others. For
 * one walk along the log, by one thread.
 */
public final class Comparison {

  private final String epoch;
  private final long last;
  private final List<Flaw> flaws = new ArrayList<>();
  private final List<Checkpoint> comparable = new ArrayList<>();
  private int next;

  private Comparison(String epoch, long last) {
    this.epoch = epoch;
    this.last = last;
  }

  /**
   * The checkpoints of positions from {@code first} on.
   *
   * @param epoch of the log
   * @param last where the log ends: a checkpoint beyond is a flaw
   */
  public static Comparison of(
      Collection<Checkpoint> checkpoints,
      Collection<VerifyingKey> keys,
      String epoch,
      long first,
      long last) {
    Comparison comparison = new Comparison(epoch, last);
    checkpoints.stream()
        .filter(checkpoint -> checkpoint.position() >= first)
        .forEach(checkpoint -> comparison.sort(checkpoint, keys));
    comparison.comparable.sort(Comparator.comparingLong(Checkpoint::position));
    return comparison;
  }

  private void sort(Checkpoint checkpoint, Collection<VerifyingKey> keys) {
    if (keys.stream().noneMatch(key -> key.signed(checkpoint))) {
      flaws.add(new Flaw(checkpoint.position(), Kind.BAD_SIGNATURE));
    } else if (checkpoint.position() <= last) {
      comparable.add(checkpoint);
    } else if (isOfThisEpoch(checkpoint)) {
      flaws.add(new Flaw(last + 1, Kind.CUT_OFF));
    } else {
      flaws.add(new Flaw(checkpoint.position(), Kind.OTHER_EPOCH));
    }
  }

  private boolean isOfThisEpoch(Checkpoint checkpoint) {
    return checkpoint.epoch().equals(epoch);
  }

  /** What is wrong with the checkpoints themselves; to be asked when the walk is over. */
  public List<Flaw> flaws() {
    return flaws;
  }

  /**
   * Whether no checkpoint of this position and epoch tells another hash; asked in order of
   * positions. One of another epoch that does is noted: what it was signed for is not here.
   */
  public boolean allowAt(long position, byte[] hash) {
    while (next < comparable.size() && comparable.get(next).position() <= position) {
      Checkpoint checkpoint = comparable.get(next);
      next++;
      if (checkpoint.position() == position
          && !checkpoint.hash().equals(HexFormat.of().formatHex(hash))) {
        if (isOfThisEpoch(checkpoint)) {
          return false;
        }
        flaws.add(new Flaw(position, Kind.OTHER_EPOCH));
      }
    }
    return true;
  }
}
