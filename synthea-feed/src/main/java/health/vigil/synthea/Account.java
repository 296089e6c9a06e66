package health.vigil.synthea;

import health.vigil.synthea.VitalSign.Code;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What is in the files against what became of it, per code. The two sides are counted apart: the
 * files before anything is sent, the outcomes from the answers.
 */
final class Account {
  private final SortedMap<Code, Tally> vitalSigns = new TreeMap<>();
  private final Tally patients = new Tally();

  /** One side and the other, of one code. */
  private static final class Tally {
    private Counts all = Counts.NONE;
    private Counts adults = Counts.NONE;
    private final SortedMap<String, Long> reasons = new TreeMap<>();

    private void found(boolean adult) {
      all = all.found();
      adults = adult ? adults.found() : adults;
    }

    private void became(Outcome outcome, boolean adult) {
      all = all.became(outcome.kind());
      adults = adult ? adults.became(outcome.kind()) : adults;
      if (outcome.kind() == Outcome.Kind.REFUSED) {
        reasons.merge(outcome.reason(), 1L, Long::sum);
      }
    }
  }

  /**
   * The lines of one code.
   *
   * @param reasons why some were refused, and how many
   */
  record Line(Code code, Counts all, Counts adults, Map<String, Long> reasons) {}

  /** The patient is in a file. */
  synchronized void foundPatient() {
    patients.found(false);
  }

  /** The vital sign is in a file. */
  synchronized void found(VitalSign vitalSign) {
    of(vitalSign.code()).found(vitalSign.adult());
  }

  /** This became of an entry. */
  synchronized void became(Entry.Sent sent, Outcome outcome) {
    if (sent instanceof Entry.AVitalSign vitalSign) {
      of(vitalSign.code()).became(outcome, vitalSign.adult());
    } else {
      patients.became(outcome, false);
    }
  }

  synchronized List<Line> lines() {
    return vitalSigns.entrySet().stream()
        .map(each -> line(each.getKey(), each.getValue()))
        .toList();
  }

  synchronized Line patients() {
    return line(new Code("", "patients"), patients);
  }

  /** All vital signs. */
  Counts total() {
    return lines().stream().map(Line::all).reduce(Counts.NONE, Counts::plus);
  }

  /** Adults' vital signs of category {@code vital-signs}. */
  Counts ofAdults() {
    return lines().stream().map(Line::adults).reduce(Counts.NONE, Counts::plus);
  }

  /** Adults' vital signs of the codes that Vigil records. */
  Counts ofAdultsRecordable() {
    return lines().stream()
        .filter(line -> line.code().isRecorded())
        .map(Line::adults)
        .reduce(Counts.NONE, Counts::plus);
  }

  /** Whether every patient and every vital sign of the files has exactly one outcome. */
  boolean isComplete() {
    return patients().all().unaccounted() == 0
        && lines().stream().allMatch(line -> line.all().unaccounted() == 0);
  }

  private Tally of(Code code) {
    return vitalSigns.computeIfAbsent(code, unseen -> new Tally());
  }

  private static Line line(Code code, Tally tally) {
    return new Line(code, tally.all, tally.adults, Map.copyOf(tally.reasons));
  }
}
