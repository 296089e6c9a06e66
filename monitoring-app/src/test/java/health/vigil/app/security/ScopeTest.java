package health.vigil.app.security;

import static org.assertj.core.api.Assertions.assertThat;

import health.vigil.ward.WardId;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ScopeTest {
  private static final Wards A = new Wards(false, Set.of(new WardId("A")));
  private static final Wards B = new Wards(false, Set.of(new WardId("B")));

  private final Permission permission =
      new Permission(
          "POST",
          new PathTemplate("/anything"),
          Map.of(
              Role.NURSE, Reach.OWN,
              Role.PHYSICIAN, Reach.OWN_OR_NONE,
              Role.INTEGRATION, Reach.ANY,
              Role.DEVICE, Reach.PAIRED),
          false);

  @Test
  void a_role_reaches_the_wards_in_which_it_is_held() {
    assertThat(scope(Map.of(Role.NURSE, A))).isEqualTo(new Scope(A, Wards.NONE));
    assertThat(scope(Map.of(Role.NURSE, A)).hasNobodysPatients()).isFalse();
  }

  @Test
  void several_roles_reach_further_each_in_its_wards() {
    Scope scope = scope(Map.of(Role.NURSE, A, Role.PHYSICIAN, B));

    assertThat(scope.wards()).isEqualTo(A.and(B));
    assertThat(scope.orNone()).isEqualTo(B);
    assertThat(scope.hasNobodysPatients()).isTrue();
  }

  @Test
  void the_whole_hospital_has_those_too_who_lie_nowhere() {
    assertThat(scope(Map.of(Role.NURSE, Wards.ALL)).hasNobodysPatients()).isTrue();
    assertThat(scope(Map.of(Role.NURSE, A, Role.INTEGRATION, Wards.ALL))).isEqualTo(Scope.HOSPITAL);
  }

  @Test
  void what_a_role_may_not_do_it_may_do_in_no_ward() {
    assertThat(scope(Map.of(Role.OPERATOR, Wards.ALL, Role.DEVICE, Wards.ALL)))
        .isEqualTo(new Scope(Wards.NONE, Wards.NONE));
    assertThat(scope(Map.of())).isEqualTo(new Scope(Wards.NONE, Wards.NONE));
  }

  private Scope scope(Map<Role, Wards> roles) {
    return Scope.of(new Actor("somebody", "terminal", roles, null, Instant.MAX), permission);
  }
}
