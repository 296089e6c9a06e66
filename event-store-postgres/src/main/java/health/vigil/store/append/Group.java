package health.vigil.store.append;

import health.vigil.store.append.Outcome.Collided;
import health.vigil.store.append.Outcome.Taken;
import health.vigil.store.append.Outcome.What;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

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
    return append.rows.stream()
        .anyMatch(
            row ->
                claims.containsKey(Claim.identifier(row)) || claims.containsKey(Claim.place(row)));
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

  /**
   * Answers the rivals, once all members have their outcomes.
   *
   * @return those to whom nothing stands in the way any more
   */
  List<Pending> settleRivals() {
    List<Pending> free = new ArrayList<>();
    for (Pending rival : rivals) {
      Optional<Collided> collision = collision(rival);
      collision.ifPresentOrElse(rival.outcome::complete, () -> free.add(rival));
    }
    return free;
  }

  private Optional<Collided> collision(Pending rival) {
    Collided found = null;
    for (int index = 0; index < rival.rows.size(); index++) {
      EventRow row = rival.rows.get(index);
      long same = heldBy(Claim.identifier(row));
      if (same > 0) {
        return Optional.of(new Collided(What.IDENTIFIER, index, same));
      }
      long place = heldBy(Claim.place(row));
      if (place > 0 && found == null) {
        found = new Collided(What.PLACE, index, place);
      }
    }
    return Optional.ofNullable(found);
  }

  /** The position at which the log is known to hold what is claimed, 0 when it is not known to. */
  private long heldBy(Claim claim) {
    Claimant claimant = claims.get(claim);
    @Nullable Outcome outcome = claimant == null ? null : claimant.append.outcome.getNow(null);
    if (claimant != null && outcome instanceof Taken taken) {
      return taken.lastPosition() - claimant.append.rows.size() + 1 + claimant.index;
    }
    return claimant != null
            && outcome instanceof Collided collided
            && collided.index() == claimant.index
            && collided.what() == claim.what()
        ? collided.heldBy()
        : 0;
  }
}
