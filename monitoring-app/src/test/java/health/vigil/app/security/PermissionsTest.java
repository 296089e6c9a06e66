package health.vigil.app.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PermissionsTest {
  private final Permissions permissions =
      new Permissions(
          PermissionTable.read(
              """
              | method | path |
              |---|---|
              | GET | `/patients/{patientId}` |
              | GET | `/patients/search` |
              | POST | `/patients/search` |
              """));

  @Test
  void a_request_is_found_by_method_and_path() {
    assertThat(permissions.find("GET", "/patients/7"))
        .hasValueSatisfying(asked -> assertThat(asked.named()).containsEntry("patientId", "7"));
    assertThat(permissions.find("POST", "/patients/7")).isEmpty();
    assertThat(permissions.find("GET", "/nothing")).isEmpty();
  }

  @Test
  void a_name_wins_over_a_variable() {
    assertThat(permissions.find("GET", "/patients/search"))
        .hasValueSatisfying(asked -> assertThat(asked.named()).isEmpty());
  }

  @Test
  void the_head_of_what_may_be_read_is_asked_for_as_it() {
    assertThat(permissions.find("HEAD", "/patients/7")).isPresent();
  }

  @Test
  void the_methods_of_a_path_are_known() {
    assertThat(permissions.methodsOf("/patients/search")).containsExactly("GET", "POST");
    assertThat(permissions.methodsOf("/nothing")).isEmpty();
  }
}
