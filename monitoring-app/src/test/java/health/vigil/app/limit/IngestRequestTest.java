package health.vigil.app.limit;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.http.HttpMethod;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IngestRequestTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/v1/patients/p/observations",
        "/api/v1/patients/p/observations/",
        "/fhir/R4",
        "/fhir/R4/",
        "/fhir/R4/Observation"
      })
  void what_is_posted_there_brings_readings(String path) {
    assertThat(IngestRequest.is(HttpMethod.POST, path)).isTrue();
    assertThat(RequestLimit.isCounted(HttpMethod.POST, path)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /api/v1/patients/p/observations",
    "POST, /api/v1/patients",
    "POST, /api/v1/patients/p/admission",
    "PUT, /api/v1/patients/p/monitoring-plan",
    "POST, /api/v1/patients/p/observations/o/correction",
    "POST, /api/v1/patients/p/observations/o/retraction",
    "POST, /api/v1/alerts/a/acknowledgement",
    "GET, /api/v1/wards/w/board",
    "GET, /fhir/R4/metadata",
    "POST, /fhir/R4/Patient/_search"
  })
  void what_people_do_does_not_stand_in_line_with_readings(String method, String path) {
    assertThat(IngestRequest.is(HttpMethod.valueOf(method), path)).isFalse();
    assertThat(RequestLimit.isCounted(HttpMethod.valueOf(method), path)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"500, 1", "65536, 2", "300000, 4", "1000000, 4", "none, 1", "-7, 1"})
  void a_long_body_takes_more_places_but_never_more_than_half(String length, int places) {
    assertThat(IngestRequest.places("/fhir/R4", length, 8)).isEqualTo(places);
  }

  @Test
  void a_bundle_that_does_not_say_how_long_it_is_counts_as_long() {
    assertThat(IngestRequest.places("/fhir/R4", null, 8)).isEqualTo(4);
    assertThat(IngestRequest.places("/fhir/R4", null, 1)).isEqualTo(1);
  }

  @Test
  void a_set_that_does_not_say_how_long_it_is_can_not_be_long() {
    assertThat(IngestRequest.places("/api/v1/patients/p/observations", null, 8)).isEqualTo(1);
  }
}
