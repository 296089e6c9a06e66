package health.vigil.e2e.badinput;

import static org.assertj.core.api.Assertions.assertThat;

import health.vigil.e2e.Http;
import health.vigil.e2e.Vigil;
import health.vigil.e2e.Workplace;
import health.vigil.e2e.badinput.ApiDocument.Operation;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * Thousands of requests made up from the API's own document, typed and broken: none is answered
 * 5xx, none that is refused leaves anything in the log, and no refusal repeats what was sent.
 */
@Execution(ExecutionMode.CONCURRENT)
class GeneratedRequestsIT {
  private static final long SEED = Long.getLong("vigil.generator.seed", 20261123);
  private static final int ROUNDS = Integer.getInteger("vigil.generator.rounds", 12);
  private static final int TYPED_A_ROUND = 8;
  private static final int FHIR_A_ROUND = 100;
  private static final int CLIENTS = 4;

  @TempDir private static Path folder;

  /** HTTP/1.1: a client that hangs up on one stream of HTTP/2 too often is sent away. */
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  @Test
  void requestsOfAnyKindAreAnsweredAndRefusedOnesChangeNothing()
      throws IOException, InterruptedException {
    try (Workplace workplace = Workplace.in(folder);
        Vigil vigil = workplace.start(Map.of())) {
      World world = World.in(vigil.http());
      ApiDocument api = documentOf(vigil.url());
      Verdicts verdicts = send(requests(api, world), vigil);

      assertThat(verdicts.wrong()).isEmpty();
      assertThat(verdicts.answered(200, 299)).as("some are accepted").isGreaterThan(100);
      assertThat(verdicts.answered(400, 499)).as("many are refused").isGreaterThan(1_000);
      assertThat(verdicts.refusedOf(tracesIn(workplace))).as("refused, but recorded").isEmpty();
      assertThat(vigil.log()).doesNotContain(Values.MARKER);
      assertThat(vigil.http().get("/wards/" + World.WARD + "/board").status()).isEqualTo(200);
    }
  }

  private static Stream<String> tracesIn(Workplace workplace) {
    return workplace.log().all().stream().map(e -> e.metadata().path("traceId").asText());
  }

  private ApiDocument documentOf(URI base) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(base.resolve("/q/openapi?format=json")).GET().build();
    return new ApiDocument(
        Http.JSON.readTree(client.send(request, BodyHandlers.ofByteArray()).body()));
  }

  private static List<MadeUpRequest> requests(ApiDocument api, World world) {
    Random random = new Random(SEED);
    RequestGenerator generator = new RequestGenerator(api, world, random);
    List<MadeUpRequest> requests = new ArrayList<>();
    for (int round = 0; round < ROUNDS; round++) {
      for (Operation operation : api.operations()) {
        for (int i = 0; i < TYPED_A_ROUND; i++) {
          requests.add(generator.typed(operation));
        }
        for (Flaw flaw : Flaw.values()) {
          requests.add(generator.flawed(operation, flaw));
        }
        requests.add(generator.ofAnotherMediaType(operation));
        requests.add(generator.forAnotherMediaType(operation));
      }
    }
    FhirMutations fhir = new FhirMutations(world, random);
    Stream.generate(fhir::next).limit(ROUNDS * FHIR_A_ROUND).forEach(requests::add);
    requests.removeIf(Objects::isNull);
    return requests;
  }

  private Verdicts send(List<MadeUpRequest> requests, Vigil vigil) throws InterruptedException {
    Verdicts verdicts = new Verdicts();
    ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
    try {
      List<Future<?>> sent = new ArrayList<>();
      for (MadeUpRequest request : requests) {
        sent.add(clients.submit(() -> send(request, vigil, verdicts)));
      }
      for (Future<?> one : sent) {
        one.get();
      }
    } catch (ExecutionException e) {
      throw new AssertionError("a request got no answer", e.getCause());
    } finally {
      clients.shutdownNow();
    }
    System.out.println(requests.size() + " made-up requests, seed " + SEED + ": " + verdicts);
    return verdicts;
  }

  private Void send(MadeUpRequest request, Vigil vigil, Verdicts verdicts)
      throws IOException, InterruptedException {
    try {
      var answer =
          client.send(request.at(vigil.url(), vigil.token()), BodyHandlers.ofInputStream());
      verdicts.look(request, answer);
      return null;
    } catch (IOException broken) {
      throw new IOException("no answer to " + request.what() + " " + request.target(), broken);
    }
  }
}
