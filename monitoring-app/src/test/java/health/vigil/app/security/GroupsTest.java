package health.vigil.app.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.vigil.ward.WardId;
import io.quarkus.runtime.configuration.ConfigurationException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GroupsTest {
  @Test
  void a_group_with_the_prefix_names_a_role_in_a_ward() {
    assertThat(groups(Map.of()).rolesOf(List.of("vigil:nurse:A", "vigil:nurse:B", "vigil:auditor")))
        .isEqualTo(Map.of(Role.NURSE, wards("A", "B"), Role.AUDITOR, Wards.ALL));
  }

  @Test
  void a_star_is_the_whole_hospital() {
    assertThat(groups(Map.of()).rolesOf(List.of("vigil:physician:*", "vigil:physician:A")))
        .hasSize(1)
        .hasEntrySatisfying(Role.PHYSICIAN, wards -> assertThat(wards.all()).isTrue());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "nurse:A",
        "vigil:nurse",
        "vigil:nurse:",
        "vigil:nurse:A B",
        "vigil:NURSE:A",
        "vigil:king:A",
        "vigil:auditor:A",
        "Vigil:nurse:A",
        "staff"
      })
  void what_means_nothing_gives_nothing(String group) {
    assertThat(groups(Map.of()).rolesOf(List.of(group))).isEmpty();
  }

  @Test
  void other_groups_mean_what_is_configured() {
    Groups groups =
        groups(Map.of("vigil.security.groups.\"icu nurses\"", "nurse:A,nurse:B, booking-clerk"));

    assertThat(groups.rolesOf(List.of("icu nurses")))
        .isEqualTo(Map.of(Role.NURSE, wards("A", "B"), Role.BOOKING_CLERK, Wards.ALL));
  }

  @Test
  void the_prefix_can_be_switched_off() {
    Groups groups = groups(Map.of("vigil.security.group-prefix", ""));

    assertThat(groups.rolesOf(List.of("vigil:nurse:A", "nurse:A"))).isEmpty();
  }

  @Test
  void a_configured_role_that_is_none_stops_the_start() {
    assertThatThrownBy(() -> groups(Map.of("vigil.security.groups.staff", "nurse")))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("vigil.security.groups gives what is no role");
  }

  private static Groups groups(Map<String, String> properties) {
    return new Groups(Configured.with(properties));
  }

  private static Wards wards(String... names) {
    return new Wards(
        false,
        Set.of(names).stream().map(WardId::new).collect(java.util.stream.Collectors.toSet()));
  }
}
