package health.vigil.store.contract;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * All that callers have tried and learned. An attempt that was begun and of which nothing more is
 * known, since its process was killed, counts as one of unknown outcome.
 */
final class Ledger {

  private static final String BEGIN = "BEGIN ";
  private static final String END = "END ";

  private final List<Attempt> ended = new ArrayList<>();
  private final Map<Integer, Intent> open = new HashMap<>();
  private final Map<Outcome.Kind, Integer> kinds = new EnumMap<>(Outcome.Kind.class);
  private final Consumer<String> protocol;
  private int begun;

  Ledger() {
    this(line -> {});
  }

  /**
   * @param protocol is given a line before each attempt and one after it, in this order
   */
  Ledger(Consumer<String> protocol) {
    this.protocol = protocol;
  }

  synchronized int begin(Intent intent) {
    protocol.accept(BEGIN + begun + " " + intent);
    open.put(begun, intent);
    return begun++;
  }

  synchronized void end(int attempt, Outcome outcome) {
    Intent intent = open.remove(attempt);
    if (intent == null) {
      throw new IllegalStateException("the attempt " + attempt + " is not open");
    }
    ended.add(new Attempt(intent, outcome));
    kinds.merge(outcome.kind(), 1, Integer::sum);
    protocol.accept(END + attempt + " " + outcome);
  }

  /** Takes over what the ledger of another process has told; whether it was a line of a ledger. */
  boolean read(String line) {
    if (line.startsWith(BEGIN)) {
      begin(Intent.parse(line.split(" ", 3)[2]));
      return true;
    }
    if (line.startsWith(END)) {
      String[] parts = line.split(" ", 3);
      end(Integer.parseInt(parts[1]), Outcome.parse(parts[2]));
      return true;
    }
    return false;
  }

  synchronized List<Attempt> attempts() {
    List<Attempt> all = new ArrayList<>(ended);
    open.values().forEach(intent -> all.add(new Attempt(intent, Outcome.of(Outcome.Kind.UNKNOWN))));
    return all;
  }

  synchronized int count(Outcome.Kind kind) {
    return kinds.getOrDefault(kind, 0);
  }

  /** The keys of which nobody knows for good whether the log has them. */
  List<Intent> unsettled() {
    Map<String, Intent> unknown = new HashMap<>();
    List<Attempt> all = attempts();
    all.stream()
        .filter(attempt -> attempt.outcome().is(Outcome.Kind.UNKNOWN))
        .forEach(attempt -> unknown.put(attempt.intent().key(), attempt.intent()));
    all.stream()
        .filter(
            attempt ->
                attempt.outcome().isRecorded() || attempt.outcome().is(Outcome.Kind.CONFLICT))
        .forEach(attempt -> unknown.remove(attempt.intent().key()));
    return List.copyOf(unknown.values());
  }

  @Override
  public synchronized String toString() {
    return kinds + (open.isEmpty() ? "" : " and " + open.size() + " open");
  }
}
