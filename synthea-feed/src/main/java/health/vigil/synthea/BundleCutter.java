package health.vigil.synthea;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts one patient's entries into Bundles of limited size. What was measured at one time stays in
 * one Bundle where it fits, because Vigil makes a set only of what comes in one Bundle; a single
 * entry that is over the limit is a Bundle by itself.
 */
final class BundleCutter {
  private final BundleLimits limits;
  private List<Entry> bundle = new ArrayList<>();
  private List<Entry> together = new ArrayList<>();

  BundleCutter(BundleLimits limits) {
    this.limits = limits;
  }

  /** Takes the next entry; answers the Bundles that are full now. */
  List<Bundle> add(Entry entry) {
    boolean sameTime =
        together.isEmpty() || together.get(0).measuredAt().equals(entry.measuredAt());
    List<Bundle> full = sameTime ? List.of() : close();
    together.add(entry);
    return full;
  }

  /** Answers what has not been answered yet. */
  List<Bundle> rest() {
    List<Bundle> rest = new ArrayList<>(close());
    cutInto(rest);
    return rest;
  }

  /** What was measured together is complete. */
  private List<Bundle> close() {
    List<Bundle> full = new ArrayList<>();
    if (!fits(bundle, together)) {
      cutInto(full);
    }
    for (Entry entry : together) {
      if (!fits(bundle, List.of(entry))) {
        cutInto(full);
      }
      bundle.add(entry);
    }
    together = new ArrayList<>();
    return full;
  }

  private boolean fits(List<Entry> some, List<Entry> more) {
    List<Entry> all = new ArrayList<>(some);
    all.addAll(more);
    return all.size() <= limits.entries() && Bundle.size(all) <= limits.bytes();
  }

  private void cutInto(List<Bundle> full) {
    if (!bundle.isEmpty()) {
      full.add(new Bundle(bundle));
      bundle = new ArrayList<>();
    }
  }
}
