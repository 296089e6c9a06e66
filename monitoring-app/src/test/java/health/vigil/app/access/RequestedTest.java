package health.vigil.app.access;

import static org.assertj.core.api.Assertions.assertThat;

import health.vigil.app.security.Actor;
import health.vigil.app.security.Role;
import health.vigil.app.security.Wards;
import java.time.Instant;
import java.util.Map;
import org.jboss.resteasy.reactive.common.util.QuarkusMultivaluedHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestedTest {
  private static final String BOARD = "/api/v1/wards/{ward}/board";
  private static final String PAST = "2026-11-23T12:00:00Z";

  @Test
  void aQueryThatIsNotAskedForIsNotNoted() {
    Requested requested = get(BOARD, Map.of("ward", "A"), Map.of("patient", "p-1", "ward", "B"));

    assertThat(requested.named()).containsOnly(Map.entry("ward", "A"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/v1/audit/access", "/api/v1/audit/log"})
  void thePatientWhoseTracesAreAskedForIsNoted(String path) {
    assertThat(get(path, Map.of(), Map.of("patient", "p-1", "ward", "A")).named())
        .containsOnly(Map.entry("patient", "p-1"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/v1/alerts", "/api/v1/stream"})
  void theWardOfAListOrStreamIsNoted(String path) {
    assertThat(get(path, Map.of(), Map.of("patient", "p-1", "ward", "A")).named())
        .containsOnly(Map.entry("ward", "A"));
  }

  @Test
  void thePastIsNotedWhereItCanBeLookedAt() {
    assertThat(get(BOARD, Map.of(), Map.of("asOf", PAST)).asOf()).isEqualTo(Instant.parse(PAST));
    assertThat(get("/api/v1/alerts", Map.of(), Map.of("asOf", PAST)).asOf()).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/v1/stream",
        "/api/v1/alerts",
        "/api/v1/alerts/{alertId}",
        "/api/v1/alerts/{alertId}/explanation",
        BOARD,
        "/api/v1/patients/{patientId}/chart"
      })
  void whatShowsAnAlertIsForCareByWhoCares(String path) {
    Requested requested = get(path, Map.of(), Map.of());

    assertThat(requested.isForCareBy(as(Role.NURSE))).isTrue();
    assertThat(requested.isForCareBy(as(Role.AUDITOR))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/v1/patients/{patientId}",
        "/api/v1/patients/{patientId}/history",
        "/api/v1/patients/search",
        "/api/v1/audit/exports/{exportId}/events"
      })
  void whatShowsWhoSomebodyIsOrWasIsNot(String path) {
    assertThat(get(path, Map.of(), Map.of()).isForCareBy(as(Role.NURSE))).isFalse();
  }

  @Test
  void thePastIsNotForCare() {
    assertThat(get(BOARD, Map.of(), Map.of("asOf", PAST)).isForCareBy(as(Role.NURSE))).isFalse();
  }

  private static Actor as(Role role) {
    return new Actor("somebody", "tablet", Map.of(role, Wards.ALL), null, Instant.MAX);
  }

  private static Requested get(
      String path, Map<String, String> inPath, Map<String, String> inQuery) {
    return Requested.of("GET", path, many(inPath), many(inQuery), null);
  }

  private static QuarkusMultivaluedHashMap<String, String> many(Map<String, String> one) {
    QuarkusMultivaluedHashMap<String, String> many = new QuarkusMultivaluedHashMap<>();
    one.forEach(many::putSingle);
    return many;
  }
}
