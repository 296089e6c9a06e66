package health.vigil.synthea;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** The account for a person to read. */
final class AccountTable {
  private static final String ROW = "%-8s  %-46s %9s %9s %9s %9s%n";
  private static final int WIDEST = 46;
  private final Account account;
  private final StringBuilder text = new StringBuilder();

  private AccountTable(Account account) {
    this.account = account;
  }

  static String of(Account account) {
    AccountTable table = new AccountTable(account);
    table.codes();
    table.reasons();
    table.shares();
    table.sum();
    return table.text.toString();
  }

  private void codes() {
    row("LOINC", "vital sign", "in files", "recorded", "before", "refused");
    for (Account.Line line : account.lines()) {
      counts(line.code().value(), line.code().display(), line.all());
    }
    counts("", "all vital signs", account.total());
    counts("", "patients", account.patients().all());
  }

  private void reasons() {
    List<Account.Line> refused =
        Stream.concat(account.lines().stream(), Stream.of(account.patients()))
            .filter(line -> !line.reasons().isEmpty())
            .toList();
    if (!refused.isEmpty()) {
      text.append("\nRefused, and why\n");
    }
    for (Account.Line line : refused) {
      for (Map.Entry<String, Long> reason : line.reasons().entrySet()) {
        String what = line.code().value().isEmpty() ? "patients" : line.code().value();
        print("%-8s %,9d  %s%n", what, reason.getValue(), reason.getKey());
      }
    }
  }

  private void shares() {
    text.append("\nAdults' vital signs in the log (recorded now or before)\n");
    share("of the codes that Vigil records (NEWS2)", account.ofAdultsRecordable());
    share("of everything in the category vital-signs", account.ofAdults());
  }

  private void sum() {
    Counts total = account.total();
    print(
        "%nIn the files %,d = recorded %,d + before %,d + refused %,d + unaccounted for %,d%n",
        total.inFiles(),
        total.recorded(),
        total.recordedBefore(),
        total.refused(),
        total.unaccounted());
  }

  private void share(String ofWhat, Counts counts) {
    print(
        "  %-42s %,d of %,d, %.1f %%%n",
        ofWhat, counts.inTheLog(), counts.inFiles(), 100 * counts.share());
  }

  private void counts(String code, String name, Counts counts) {
    row(
        code,
        name.length() > WIDEST ? name.substring(0, WIDEST - 1) + "…" : name,
        number(counts.inFiles()),
        number(counts.recorded()),
        number(counts.recordedBefore()),
        number(counts.refused()));
  }

  private static String number(long count) {
    return String.format(Locale.ROOT, "%,d", count);
  }

  private void row(Object... cells) {
    print(ROW, cells);
  }

  private void print(String format, Object... arguments) {
    text.append(String.format(Locale.ROOT, format, arguments));
  }
}
