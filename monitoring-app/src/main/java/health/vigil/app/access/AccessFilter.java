package health.vigil.app.access;

import health.vigil.app.problem.Problem;
import health.vigil.app.problem.ProblemException;
import health.vigil.app.security.CurrentActor;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jspecify.annotations.Nullable;

/**
 * Notes what somebody asked for that was let in. An answer that shows data leaves when it is noted
 * who gets it; a stream begins then. What somebody who cares for patients needs to see an alert is
 * shown in any case.
 */
@Singleton
public class AccessFilter {
  private static final Problem NOT_NOTED =
      Problem.of(503, "access-not-noted", "Nothing can be shown at the moment")
          .detail("Who looks at what is noted first, and that can not be done. Ask again.");

  private final Accesses accesses;
  private final CurrentActor actors;

  AccessFilter(Accesses accesses, CurrentActor actors) {
    this.accesses = accesses;
    this.actors = actors;
  }

  /** What is sent bit by bit can not be held back at its end. */
  @ServerRequestFilter
  public @Nullable Uni<Response> begin(ContainerRequestContext request) {
    Requested requested = Requested.of(request);
    return actors.isKnown() && requested.isStreamed()
        ? afterNoting(
                requested,
                requested.notes(actors.current(), Response.Status.OK.getStatusCode(), null))
            .onItem()
            .transform(noted -> goOn())
        : null;
  }

  @ServerResponseFilter
  public @Nullable Uni<Void> end(
      ContainerRequestContext request, ContainerResponseContext response) {
    Requested requested = Requested.of(request);
    if (!actors.isKnown() || !requested.isNoted(response.getStatus())) {
      return null;
    }
    List<AccessNote> notes =
        requested.notes(actors.current(), response.getStatus(), response.getEntity());
    return requested.isRead() && Outcome.of(response.getStatus()) == Outcome.ALLOWED
        ? afterNoting(requested, notes)
        : withoutWaiting(notes);
  }

  private Uni<Void> afterNoting(Requested requested, List<AccessNote> notes) {
    if (requested.isForCareBy(actors.current())) {
      return Uni.createFrom().completionStage(accesses.noteForCare(notes));
    }
    return Uni.createFrom()
        .completionStage(accesses.noteFirst(notes))
        .onFailure()
        .transform(failure -> new ProblemException(NOT_NOTED, failure));
  }

  /** What was written says itself who did it: nobody is kept from writing. */
  private @Nullable Uni<Void> withoutWaiting(List<AccessNote> notes) {
    accesses.note(notes);
    return null;
  }

  @SuppressWarnings("NullAway") // a filter that answers nothing lets the request pass
  private static Response goOn() {
    return null;
  }
}
