package health.vigil.app.security;

import java.util.Map;

/**
 * Where somebody may do one thing.
 *
 * @param wards in which one of the actor's roles may do it; the whole hospital when one may do it
 *     everywhere
 * @param orNone those of them in which it may be done to patients who lie nowhere as well
 */
record Scope(Wards wards, Wards orNone) {
  static final Scope HOSPITAL = new Scope(Wards.ALL, Wards.ALL);

  static Scope of(Actor actor, Permission permission) {
    Wards wards = Wards.NONE;
    Wards orNone = Wards.NONE;
    for (Map.Entry<Role, Wards> role : actor.roles().entrySet()) {
      switch (permission.reachOf(role.getKey())) {
        case ANY -> {
          return HOSPITAL;
        }
        case OWN -> wards = wards.and(role.getValue());
        case OWN_OR_NONE -> {
          wards = wards.and(role.getValue());
          orNone = orNone.and(role.getValue());
        }
        case PAIRED, NOTHING -> {
          // in no ward
        }
      }
    }
    return new Scope(wards, orNone);
  }

  boolean hasNobodysPatients() {
    return wards.all() || !orNone.equals(Wards.NONE);
  }
}
