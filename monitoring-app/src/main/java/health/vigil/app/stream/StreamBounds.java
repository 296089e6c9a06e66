package health.vigil.app.stream;

import health.vigil.app.problem.ProblemException;
import health.vigil.app.security.CurrentActor;
import health.vigil.app.security.Permitted;
import health.vigil.app.security.Wards;
import health.vigil.ward.WardId;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a stream may show, and for how long. */
@Singleton
class StreamBounds {
  private final CurrentActor actors;
  private final Permitted permitted;
  private final StreamTickets tickets;

  StreamBounds(CurrentActor actors, Permitted permitted, StreamTickets tickets) {
    this.actors = actors;
    this.permitted = permitted;
    this.tickets = tickets;
  }

  /**
   * The wards whose events are shown.
   *
   * @param ward that is asked for, null for all of the actor's
   * @param ticket with which it was asked, null for none
   * @throws ProblemException 403 when the ward is another's, or not the ticket's
   */
  Wards wards(@Nullable WardId ward, @Nullable String ticket) {
    WardId bound = ticket == null ? null : tickets.read(ticket).map(Ticket::ward).orElse(null);
    permitted.require(bound == null || ward == null || ward.equals(bound));
    WardId one = ward == null ? bound : ward;
    if (one == null) {
      return permitted.wards();
    }
    permitted.requireIn(one);
    return new Wards(false, Set.of(one));
  }

  /** When the token expires. */
  Instant until() {
    return actors.current().until();
  }
}
