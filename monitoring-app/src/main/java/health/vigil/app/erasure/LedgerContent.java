package health.vigil.app.erasure;

import health.vigil.app.secret.KeyedHash;
import health.vigil.patient.PatientEvent.PatientErased;
import health.vigil.patient.PatientId;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a ledger tells. Every line that was written with the secret counts, also beside others that
 * were not: each is bound to the one before it, so that none can be changed or taken out unseen.
 * Only what follows the last line's end may be incomplete, when somebody died while writing it.
 */
final class LedgerContent {
  private final Map<PatientId, PatientErased> erasures = new LinkedHashMap<>();
  private final KeyedHash hash;
  private String last = "";
  private int lines;
  private @Nullable Integer broken;
  private boolean torn;

  private LedgerContent(KeyedHash hash) {
    this.hash = hash;
  }

  static LedgerContent of(String text, KeyedHash hash) {
    LedgerContent content = new LedgerContent(hash);
    int end = text.lastIndexOf('\n') + 1;
    if (end > 0) {
      Arrays.stream(text.substring(0, end - 1).split("\n", -1)).forEach(content::read);
    }
    content.readRest(text.substring(end));
    return content;
  }

  /** By their patients, oldest first. */
  Map<PatientId, PatientErased> erasures() {
    return erasures;
  }

  int lines() {
    return lines;
  }

  /** The first line that is not as it was written, or before which one is missing; from 1. */
  Optional<Integer> broken() {
    return Optional.ofNullable(broken);
  }

  /** Whether it ends in the beginning of a line, which is worth nothing. */
  boolean isTorn() {
    return torn;
  }

  /** Lines, without their ends, for those whom the ledger does not name yet. */
  List<String> lines(Collection<PatientErased> more) {
    return more.stream()
        .filter(erased -> erasures.putIfAbsent(erased.patientId(), erased) == null)
        .map(this::next)
        .toList();
  }

  private String next(PatientErased erased) {
    LedgerEntry entry = LedgerEntry.of(erased, last, hash);
    last = entry.mac();
    return entry.line();
  }

  private void read(String line) {
    lines++;
    LedgerEntry.genuine(line, hash).ifPresentOrElse(this::take, this::isBroken);
  }

  private void readRest(String rest) {
    Optional<LedgerEntry> whole = LedgerEntry.genuine(rest, hash);
    torn = whole.isEmpty() && !rest.isEmpty();
    if (whole.isPresent()) {
      lines++;
      take(whole.get());
    }
  }

  private void take(LedgerEntry entry) {
    if (!entry.previous().equals(last)) {
      isBroken();
    }
    last = entry.mac();
    erasures.putIfAbsent(entry.patientId(), entry.event());
  }

  private void isBroken() {
    broken = broken == null ? lines : broken;
  }
}
