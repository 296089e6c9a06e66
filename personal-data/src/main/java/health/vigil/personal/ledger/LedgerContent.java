package health.vigil.personal.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import health.vigil.patient.PatientEvent.PatientErased;
import health.vigil.patient.PatientId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
public final class LedgerContent {
  private final Map<PatientId, PatientErased> erasures = new LinkedHashMap<>();
  private final LedgerSecret secret;
  private String last = "";
  private int lines;
  private @Nullable Integer broken;
  private boolean torn;

  private LedgerContent(LedgerSecret secret) {
    this.secret = secret;
  }

  /** Spoilt bytes spoil their line only. */
  public static LedgerContent of(byte[] file, LedgerSecret secret) {
    String text = new String(file, UTF_8);
    LedgerContent content = new LedgerContent(secret);
    int end = text.lastIndexOf('\n') + 1;
    if (end > 0) {
      Arrays.stream(text.substring(0, end - 1).split("\n", -1)).forEach(content::read);
    }
    content.readRest(text.substring(end));
    return content;
  }

  /**
   * What a file tells of which every line holds.
   *
   * @throws UnusableLedger when it can not be read, or a line is not as it was written
   */
  public static LedgerContent holding(Path file, LedgerSecret secret) {
    try {
      LedgerContent content = of(Files.readAllBytes(file), secret);
      if (content.broken != null) {
        throw new UnusableLedger(
            "Line %d of the ledger of erasures %s was changed, or written with another server's secret, or one before it is gone."
                .formatted(content.broken, file));
      }
      return content;
    } catch (IOException failed) {
      throw new UnusableLedger(
          "The ledger of erasures %s can not be read (%s)."
              .formatted(file, failed.getClass().getSimpleName()),
          failed);
    }
  }

  /** By their patients, oldest first. */
  public Map<PatientId, PatientErased> erasures() {
    return erasures;
  }

  /** How many there are, whether they hold or not. */
  public int lines() {
    return lines;
  }

  /** The first line that is not as it was written, or before which one is missing; from 1. */
  public Optional<Integer> broken() {
    return Optional.ofNullable(broken);
  }

  /** Whether it ends in the beginning of a line, which is worth nothing. */
  public boolean isTorn() {
    return torn;
  }

  /** Lines, without their ends, for those whom the ledger does not name yet. */
  public List<String> lines(Collection<PatientErased> more) {
    return more.stream()
        .filter(erased -> erasures.putIfAbsent(erased.patientId(), erased) == null)
        .map(this::next)
        .toList();
  }

  private String next(PatientErased erased) {
    LedgerEntry entry = LedgerEntry.of(erased, last, secret);
    last = entry.mac();
    return entry.line();
  }

  private void read(String line) {
    lines++;
    LedgerEntry.genuine(line, secret).ifPresentOrElse(this::take, this::isBroken);
  }

  private void readRest(String rest) {
    Optional<LedgerEntry> whole = LedgerEntry.genuine(rest, secret);
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
    erasures.putIfAbsent(entry.event().patientId(), entry.event());
  }

  private void isBroken() {
    broken = broken == null ? lines : broken;
  }
}
