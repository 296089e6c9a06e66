package health.vigil.store.append;

import health.vigil.store.append.Outcome.Collided;
import health.vigil.store.append.Outcome.Taken;
import health.vigil.store.append.Outcome.What;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Appends that are written together. Of those that claim the same, the first is a member; the
 * others are its rivals, about whom its outcome decides.
 */
final class Group {

  private final WriterSettings settings;
  private final List<Pending> members = new ArrayList<>();
  private final List<Pending> rivals = new ArrayList<>();
  private final Map<Claim, Claimant> claims = new HashMap<>();
  private int events;
  private long bytes;

  Group(WriterSettings settings) {
    this.settings = settings;
  }

  static Group of(Pending append, WriterSettings settings) {
    Group alone = new Group(settings);
    alone.takes(append);
    return alone;
  }

  /** What an event wants to have for itself: its identifier, or a place in a stream. */
  private record Claim(String name, long sequence) {
    static Claim identifier(EventRow row) {
      return new Claim(row.identifier(), -1);
    }

    static Claim place(EventRow row) {
      return new Claim(row.stream(), row.sequence());
    }

    What what() {
      return sequence < 0 ? What.IDENTIFIER : What.PLACE;
    }
  }

  private record Claimant(Pending append, int index) {}

  /** Whether there was room. */
  boolean takes(Pending append) {
    boolean isFull =
        events + append.rows.size() > settings.groupEvents()
            || bytes + append.bytes > settings.groupBytes();
    if (isFull && !members.isEmpty()) {
      return false;
    }
    events += append.rows.size();
    bytes += append.bytes;
    if (isRival(append)) {
      rivals.add(append);
    } else {
      claim(append);
      members.add(append);
    }
    return true;
  }

  private boolean isRival(Pending append) {
    return claims(append).anyMatch(claims::containsKey);
  }

  private void claim(Pending append) {
    int index = 0;
    for (EventRow row : append.rows) {
      Claimant claimant = new Claimant(append, index++);
      claims.put(Claim.identifier(row), claimant);
      claims.put(Claim.place(row), claimant);
    }
  }

  List<Pending> members() {
    return members;
  }

  int events() {
    return events;
  }

  /** Of the rivals those to whom the log holds what they claim, as the members' outcomes tell. */
  List<Pending> beaten() {
    return rivals.stream().filter(this::isBeaten).toList();
  }

  /** Of the rivals those to whom nothing stands in the way that is known. */
  List<Pending> unbeaten() {
    return rivals.stream().filter(rival -> !isBeaten(rival)).toList();
  }

  private boolean isBeaten(Pending rival) {
    return claims(rival).anyMatch(this::isHeld);
  }

  private static Stream<Claim> claims(Pending append) {
    return append.rows.stream().flatMap(row -> Stream.of(Claim.identifier(row), Claim.place(row)));
  }

  private boolean isHeld(Claim claim) {
    Claimant claimant = claims.get(claim);
    if (claimant == null) {
      return false;
    }
    Outcome outcome = claimant.append.outcome.getNow(null);
    return outcome instanceof Taken
        || (outcome instanceof Collided collided
            && collided.index() == claimant.index
            && collided.what() == claim.what());
  }
}
