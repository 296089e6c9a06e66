package health.vigil.app.security;

import static org.assertj.core.api.Assertions.assertThat;

import health.vigil.app.problem.Problems;
import health.vigil.app.problem.Told;
import health.vigil.ward.WardId;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A nurse of ward A at the door. */
class AccessTest {
  private static final Permissions PERMISSIONS =
      new Permissions(
          PermissionTable.read(
              """
              | method | path | nurse | physician | booking-clerk | device | auditor | operator | integration | supervisor |
              |---|---|---|---|---|---|---|---|---|---|
              | GET | `/patients/{patientId}/chart` | own | own | — | — | — | — | — | own |
              | GET | `/wards/{ward}/board` | own | own | — | — | — | — | — | own |
              """));

  private final Vertx vertx = Vertx.vertx();
  private final LookUps lookUps = new LookUps();
  private HttpServer server;

  @BeforeEach
  void open() {
    Router router = Router.router(vertx);
    Filters filters = new Filters();
    access().register(filters);
    filters.getFilters().forEach(filter -> router.route().handler(filter.getHandler()));
    router.route().handler(request -> request.end("let in"));
    server = vertx.createHttpServer().requestHandler(router);
    server.listen(0, "127.0.0.1").toCompletionStage().toCompletableFuture().join();
  }

  @AfterEach
  void close() {
    lookUps.stop();
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  @Test
  void what_the_token_and_the_path_permit_needs_no_database()
      throws IOException, InterruptedException {
    assertThat(get("/wards/A/board").body()).isEqualTo("let in");
    assertThat(get("/wards/B/board").statusCode()).isEqualTo(403);
  }

  @Test
  void a_look_up_that_fails_is_to_be_tried_again() throws IOException, InterruptedException {
    HttpResponse<String> answer = get("/patients/iris/chart");

    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.headers().firstValue("Retry-After")).hasValue("1");
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    assertThat(answer.body()).contains("/problems/try-again");
  }

  @Test
  void a_query_that_can_not_be_read_is_said_to_be_so() throws IOException {
    assertThat(Asking.raw(server.actualPort(), "/wards/A/board?x=%", null))
        .startsWith("HTTP/1.1 400 ")
        .contains("application/problem+json", "/problems/malformed-request");
  }

  private Access access() {
    return new Access(
        recognition(),
        PERMISSIONS,
        new Decisions(new LostPlaces(), (request, actor) -> false, lookUps),
        new AccessAnswers(Told.asJson(), new Problems()),
        new AccessMeters(new SimpleMeterRegistry()),
        List.of());
  }

  /** What a token goes through is for others to test. */
  @SuppressWarnings("NullAway")
  private static Recognition recognition() {
    Wards a = new Wards(false, Set.of(new WardId("A")));
    Actor nurse = new Actor("nurse-1", "terminal", Map.of(Role.NURSE, a), null, Instant.MAX);
    return new Recognition(null, null, null, null, null) {
      @Override
      Uni<Optional<Actor>> of(RoutingContext request) {
        return Uni.createFrom().item(Optional.of(nurse));
      }
    };
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    URI address = URI.create("http://127.0.0.1:" + server.actualPort() + path);
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
  }
}
