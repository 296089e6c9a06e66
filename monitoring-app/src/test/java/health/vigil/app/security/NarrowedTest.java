package health.vigil.app.security;

import static org.assertj.core.api.Assertions.assertThat;

import health.vigil.ward.WardId;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class NarrowedTest {
  private static final WardId IN_A = new WardId("A");
  private static final Wards A = new Wards(false, Set.of(IN_A));
  private static final Wards B = new Wards(false, Set.of(new WardId("B")));

  private final Permission permission =
      new Permission(
          "GET",
          new PathTemplate("/anything"),
          Map.of(
              Role.NURSE, Reach.OWN,
              Role.PHYSICIAN, Reach.OWN,
              Role.SUPERVISOR, Reach.OWN_OR_NONE,
              Role.AUDITOR, Reach.ANY,
              Role.DEVICE, Reach.PAIRED),
          false);

  @Test
  void roles_that_may_not_do_it_are_left_out() {
    assertThat(
            narrowed(Map.of(Role.NURSE, A, Role.OPERATOR, Wards.ALL, Role.DEVICE, Wards.ALL), null))
        .isEqualTo(Map.of(Role.NURSE, A));
  }

  @Test
  void each_ward_is_told_once() {
    assertThat(
            narrowed(
                Map.of(Role.NURSE, A, Role.PHYSICIAN, A.and(B), Role.SUPERVISOR, A.and(B)), null))
        .isEqualTo(Map.of(Role.NURSE, A, Role.PHYSICIAN, B));
  }

  @Test
  void behind_the_whole_hospital_no_ward_is_told() {
    assertThat(narrowed(Map.of(Role.NURSE, Wards.ALL, Role.PHYSICIAN, B), null))
        .isEqualTo(Map.of(Role.NURSE, Wards.ALL));
    assertThat(narrowed(Map.of(Role.AUDITOR, Wards.ALL, Role.NURSE, A), null))
        .isEqualTo(Map.of(Role.AUDITOR, Wards.ALL, Role.NURSE, A));
  }

  @Test
  void who_wants_one_ward_gets_one() {
    assertThat(narrowed(Map.of(Role.NURSE, B, Role.PHYSICIAN, Wards.ALL), IN_A))
        .isEqualTo(Map.of(Role.PHYSICIAN, A));
    assertThat(narrowed(Map.of(Role.NURSE, B), IN_A)).isEmpty();
  }

  private Map<Role, Wards> narrowed(Map<Role, Wards> roles, @Nullable WardId only) {
    Actor actor = new Actor("somebody", "terminal", roles, null, Instant.MAX);
    return Narrowed.to(permission, actor, only).roles();
  }
}
