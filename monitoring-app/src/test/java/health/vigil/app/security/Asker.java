package health.vigil.app.security;

import static health.vigil.app.Tokens.bearer;

import health.vigil.app.Tokens;
import health.vigil.issuer.TokenRequest;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Somebody with one role.
 *
 * @param own whose is what lies in this bearer's wards
 * @param everywhere whether the role is held in the whole hospital
 */
record Asker(String name, Role role, String authorization, Set<Whose> own, boolean everywhere) {

  /**
   * Each role: those of wards in one ward, then in two, then everywhere.
   *
   * @param device that is paired with the patient of the first ward
   */
  static List<Asker> all(String ward, String second, String device) {
    List<Asker> all = new ArrayList<>();
    for (Role role : Role.values()) {
      TokenRequest who = TokenRequest.of(role.kebab() + "-1");
      all.add(
          asker(
              role == Role.DEVICE
                  ? TokenRequest.ofDevice(device)
                  : who.as(role.isOfWards() ? role.kebab() + ":" + ward : role.kebab()),
              role,
              EnumSet.of(Whose.OWN),
              false));
    }
    List<Role> ofWards = EnumSet.allOf(Role.class).stream().filter(Role::isOfWards).toList();
    for (Role role : ofWards) {
      TokenRequest who = TokenRequest.of(role.kebab() + "-2").as(role.kebab(), ward);
      all.add(
          asker(who.as(role.kebab(), second), role, EnumSet.of(Whose.OWN, Whose.SECOND), false));
    }
    for (Role role : ofWards) {
      TokenRequest who = TokenRequest.of(role.kebab() + "-everywhere");
      all.add(asker(who.as(role.kebab(), TokenRequest.EVERY_WARD), role, Set.of(), true));
    }
    return all;
  }

  private static Asker asker(TokenRequest who, Role role, Set<Whose> own, boolean everywhere) {
    return new Asker(who.subject(), role, bearer(Tokens.of(who)), own, everywhere);
  }

  /** What a cell means, said once more and otherwise than in the application. */
  boolean may(Permission row, Whose whose) {
    return switch (row.reachOf(role)) {
      case NOTHING -> false;
      case ANY -> true;
      case PAIRED -> whose == Whose.OWN;
      case OWN -> everywhere || own.contains(whose);
      case OWN_OR_NONE -> everywhere || own.contains(whose) || whose == Whose.NOWHERE;
    };
  }

  @Override
  public String toString() {
    return name;
  }
}
