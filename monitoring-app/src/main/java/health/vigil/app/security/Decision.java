package health.vigil.app.security;

import health.vigil.alert.AlertId;
import health.vigil.app.security.Permissions.Asked;
import health.vigil.patient.PatientId;
import health.vigil.ward.WardId;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Whether somebody may do what is asked for. */
enum Decision {
  ALLOWED,
  /** None of the actor's roles does this at all. */
  NOT_BY_ROLE,
  /** A role of the actor's does, but not here. */
  NOT_HERE,
  /** It depends on where the patient is. */
  DEPENDS;

  private static final String PATIENT = "patientId";
  private static final String ALERT = "alertId";
  private static final String WARD = "ward";

  /** Without asking where anybody is. */
  static Decision atOnce(Actor actor, Asked asked) {
    return best(actor, asked, reach -> DEPENDS);
  }

  /** By what is remembered: {@link #DEPENDS} unless that permits it. Never waits. */
  static Decision fromMemory(Actor actor, Asked asked, Places places) {
    Presence remembered = places.remembered();
    return best(actor, asked, held -> held.reaches(asked, remembered) ? ALLOWED : DEPENDS);
  }

  /** Never {@link #DEPENDS}. */
  static Decision of(Actor actor, Asked asked, Presence places) {
    return best(actor, asked, held -> held.reaches(asked, places) ? ALLOWED : NOT_HERE);
  }

  /** A role of the actor's, with what it may do here. */
  private record Held(Reach reach, Wards wards, @Nullable String device) {
    boolean reaches(Asked asked, Presence places) {
      return asked.named().containsKey(ALERT)
          ? alert(asked).filter(alert -> places.concerns(alert, wards)).isPresent()
          : patient(asked).filter(patient -> reaches(patient, places)).isPresent();
    }

    private boolean reaches(PatientId patient, Presence places) {
      return switch (reach) {
        case PAIRED -> device != null && places.isPaired(device, patient);
        case OWN_OR_NONE -> places.isInOrNowhere(patient, wards);
        default -> places.isIn(patient, wards);
      };
    }
  }

  private static Decision best(Actor actor, Asked asked, Function<Held, Decision> ofPatient) {
    Decision best = NOT_BY_ROLE;
    for (Map.Entry<Role, Wards> role : actor.roles().entrySet()) {
      Held held =
          new Held(asked.permission().reachOf(role.getKey()), role.getValue(), actor.device());
      Decision decision = decision(held, asked, ofPatient);
      if (decision == ALLOWED) {
        return ALLOWED;
      }
      best = decision.compareTo(best) > 0 ? decision : best;
    }
    return best;
  }

  private static Decision decision(Held held, Asked asked, Function<Held, Decision> ofPatient) {
    return switch (held.reach()) {
      case NOTHING -> NOT_BY_ROLE;
      case ANY -> ALLOWED;
      case PAIRED -> held.device() == null ? NOT_HERE : ofPatient.apply(held);
      case OWN, OWN_OR_NONE -> inWards(held, asked, ofPatient);
    };
  }

  private static Decision inWards(Held held, Asked asked, Function<Held, Decision> ofPatient) {
    Wards wards = held.wards();
    if (wards.all()) {
      return ALLOWED;
    }
    if (wards.named().isEmpty()) {
      return NOT_HERE;
    }
    if (asked.named().containsKey(PATIENT) || asked.named().containsKey(ALERT)) {
      return ofPatient.apply(held);
    }
    return !asked.named().containsKey(WARD) || wards.include(ward(asked)) ? ALLOWED : NOT_HERE;
  }

  private static Optional<PatientId> patient(Asked asked) {
    return id(asked.named().get(PATIENT), PatientId::new);
  }

  private static Optional<AlertId> alert(Asked asked) {
    return id(asked.named().get(ALERT), AlertId::new);
  }

  private static @Nullable WardId ward(Asked asked) {
    return id(asked.named().get(WARD), WardId::new).orElse(null);
  }

  /** What is no id is nobody's. */
  private static <T> Optional<T> id(@Nullable String value, Function<String, T> form) {
    try {
      return Optional.ofNullable(value).map(form);
    } catch (IllegalArgumentException none) {
      return Optional.empty();
    }
  }
}
