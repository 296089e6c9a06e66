package health.vigil.app.security;

import health.vigil.ward.WardId;
import java.util.Optional;
import java.util.Set;

/** A role with the wards in which it is held. */
record Grant(Role role, Wards wards) {
  private static final String WHOLE_HOSPITAL = "*";

  /**
   * {@code nurse:A}, {@code nurse:*} or {@code auditor}.
   *
   * @return nothing when it is no such text: a role that is not known, one of wards without a ward
   *     or another with one
   */
  static Optional<Grant> of(String text) {
    int colon = text.indexOf(':');
    String ward = colon < 0 ? "" : text.substring(colon + 1);
    return Role.named(colon < 0 ? text : text.substring(0, colon))
        .flatMap(role -> wards(role, colon < 0, ward).map(wards -> new Grant(role, wards)));
  }

  private static Optional<Wards> wards(Role role, boolean isAlone, String ward) {
    if (isAlone) {
      return role.isOfWards() ? Optional.empty() : Optional.of(Wards.ALL);
    }
    if (ward.equals(WHOLE_HOSPITAL)) {
      return Optional.of(Wards.ALL);
    }
    return role.isOfWards() ? named(ward) : Optional.empty();
  }

  private static Optional<Wards> named(String ward) {
    try {
      return Optional.of(new Wards(false, Set.of(new WardId(ward))));
    } catch (IllegalArgumentException noWard) {
      return Optional.empty();
    }
  }
}
