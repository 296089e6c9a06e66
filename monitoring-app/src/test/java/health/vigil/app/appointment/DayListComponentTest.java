package health.vigil.app.appointment;

import static org.assertj.core.api.Assertions.assertThat;

import health.vigil.app.ComponentTestBase;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class DayListComponentTest extends ComponentTestBase {
  private static final String DAY_LIST = "/practitioners/{id}/appointments";

  @Test
  void shows_the_day_by_start_with_the_status_of_each() {
    Reception reception = new Reception(api);
    String late = reception.booked(reception.nineAnd(60));
    String early = reception.booked(reception.nineAnd(0));
    Response confirmed = reception.step(late, "confirmation");

    JsonPath list =
        on(reception.day())
            .queryParam("minPosition", confirmed.jsonPath().getLong("position"))
            .get(DAY_LIST, reception.practitioner())
            .jsonPath();

    assertThat(list.<String>getList("items.appointmentId")).containsExactly(early, late);
    assertThat(list.<String>getList("items.status")).containsExactly("PENDING", "BOOKED");
    assertThat(list.getMap("$")).doesNotContainKey("next");
  }

  @Test
  void is_read_in_pages_with_nothing_missed() {
    Reception reception = new Reception(api);
    List<String> booked = new ArrayList<>();
    for (int number = 0; number < 5; number++) {
      booked.add(reception.booked(reception.nineAnd(30 * number)));
    }
    Response last = reception.step(booked.get(4), "confirmation");
    reception.look(booked.get(4), last).then().statusCode(200);

    List<String> read = new ArrayList<>();
    String cursor = null;
    do {
      RequestSpecification page = on(reception.day()).queryParam("limit", 2);
      JsonPath found =
          (cursor == null ? page : page.queryParam("cursor", cursor))
              .get(DAY_LIST, reception.practitioner())
              .jsonPath();
      read.addAll(found.getList("items.appointmentId"));
      cursor = found.getString("next");
    } while (cursor != null);

    assertThat(read).isEqualTo(booked);
  }

  @ParameterizedTest
  @ValueSource(strings = {"tomorrow", "2026-02-30", "2026-1-1", "+12026-01-01"})
  void a_day_that_is_none_is_refused(String day) {
    Response refused = on(day).get(DAY_LIST, "dr-yu");

    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.jsonPath().<String>getList("errors.field")).containsExactly("date");
  }

  @Test
  void of_somebody_who_can_not_be_a_practitioner_is_not_found() {
    on("2026-12-24").get(DAY_LIST, "dr yu").then().statusCode(404);
  }

  @Test
  void of_a_day_with_nothing_is_empty() {
    Response empty = on("2026-12-24").get(DAY_LIST, new Reception(api).practitioner());

    assertThat(empty.statusCode()).isEqualTo(200);
    assertThat(empty.jsonPath().getList("items")).isEmpty();
  }

  private RequestSpecification on(String day) {
    return api.given().queryParam("date", day);
  }
}
