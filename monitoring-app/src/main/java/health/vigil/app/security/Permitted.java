package health.vigil.app.security;

import health.vigil.app.problem.Problem;
import health.vigil.app.problem.ProblemException;
import health.vigil.patient.PatientId;
import health.vigil.ward.WardId;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/**
 * Where the actor of the request at hand may do what is asked for: what the path did not tell, such
 * as a ward in a body, is held against it. To be asked on the thread of the request.
 */
@Singleton
public class Permitted {
  /** What is answered to whoever asks for something out of reach. */
  public static final Problem NOT_HERE =
      Problem.of(403, "forbidden", "Not permitted")
          .detail(
              "None of your wards has what you ask for, and no device of yours is paired there.");

  private final RoutingContext exchange;
  private final CurrentActor actors;
  private final Permissions permissions;
  private final Places places;

  Permitted(RoutingContext exchange, CurrentActor actors, Permissions permissions, Places places) {
    this.exchange = exchange;
    this.actors = actors;
    this.permissions = permissions;
    this.places = places;
  }

  /** The wards in which one of the actor's roles may do it. */
  public Wards wards() {
    return scope().wards();
  }

  /**
   * @throws ProblemException 403 when it is another ward
   */
  public void requireIn(WardId ward) {
    require(wards().include(ward));
  }

  /**
   * As it is decided of a patient in the path.
   *
   * @throws ProblemException 403 when the patient lies elsewhere; for an id that nobody has too,
   *     unless the actor may do it in the whole hospital
   */
  public void requireOf(PatientId patient) {
    require(isOf(patient));
  }

  /** Whether it may be done to patients who lie nowhere as well. */
  public boolean reachesNowhere() {
    return scope().hasNobodysPatients();
  }

  /**
   * Whether the actor may see a row of a list.
   *
   * @param ward where its patient lies, null for nowhere
   */
  public boolean shows(@Nullable WardId ward) {
    return ward == null ? reachesNowhere() : wards().include(ward);
  }

  /** As {@link #requireOf}, to leave somebody out. */
  public boolean isOf(PatientId patient) {
    Scope scope = scope();
    return scope.wards().all()
        || places.isIn(patient, scope.wards())
        || (scope.hasNobodysPatients() && places.isInOrNowhere(patient, scope.orNone()));
  }

  /**
   * The actor with no more than the request at hand takes: the roles by which they may do it, each
   * ward in one of them.
   *
   * @param only the ward in which alone they want to, null for all of theirs
   */
  public Actor actor(@Nullable WardId only) {
    return Narrowed.to(Admitted.permission(exchange), actors.current(), only);
  }

  /**
   * Whether the actor may read something else, too, of which an answer has a part: by its own row
   * of the table.
   *
   * @param path normalised
   */
  public boolean mayRead(String path) {
    return permissions
        .find("GET", path)
        .filter(asked -> Decision.of(actors.current(), asked, places) == Decision.ALLOWED)
        .isPresent();
  }

  /**
   * @throws ProblemException 403
   */
  public void require(boolean isPermitted) {
    if (!isPermitted) {
      throw new ProblemException(NOT_HERE);
    }
  }

  private Scope scope() {
    return Scope.of(actors.current(), Admitted.permission(exchange));
  }
}
