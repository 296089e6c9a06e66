package health.vigil.app.appointment;

import static org.assertj.core.api.Assertions.assertThat;

import health.vigil.app.ComponentTestBase;
import health.vigil.store.EventLog;
import health.vigil.store.RecordedEvent;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SlotRaceComponentTest extends ComponentTestBase {
  private static final int CLIENTS = 50;

  @Inject EventLog log;

  @Test
  void of_fifty_clients_at_once_one_gets_the_slot()
      throws ExecutionException, InterruptedException {
    Reception reception = new Reception(api);
    List<Response> answers = atOnce(wishes(reception));

    List<Response> refused = answers.stream().filter(answer -> answer.statusCode() == 409).toList();
    assertThat(answers).filteredOn(answer -> answer.statusCode() == 201).hasSize(1);
    assertThat(refused).hasSize(CLIENTS - 1);
    assertThat(refused)
        .allSatisfy(
            answer ->
                assertThat(answer.jsonPath().getMap("$"))
                    .containsEntry("type", "/problems/slot-taken")
                    .containsEntry("resource", "practitioner")
                    .containsEntry("start", reception.nineAnd(0).toString())
                    .containsEntry("end", reception.nineAnd(30).toString()));
    assertThat(bookings(reception)).hasSize(1);
  }

  /** Each for a patient of its own, all for the same time. */
  private List<Map<String, Object>> wishes(Reception reception) {
    return IntStream.range(0, CLIENTS)
        .mapToObj(client -> reception.wish(api.registerPatient(), reception.nineAnd(0)))
        .toList();
  }

  private List<Response> atOnce(List<Map<String, Object>> wishes)
      throws ExecutionException, InterruptedException {
    CyclicBarrier start = new CyclicBarrier(wishes.size());
    ExecutorService clients = Executors.newFixedThreadPool(wishes.size());
    try {
      List<Callable<Response>> requests =
          wishes.stream()
              .<Callable<Response>>map(
                  wish ->
                      () -> {
                        start.await();
                        return api.given().body(wish).post("/appointments");
                      })
              .toList();
      List<Response> answers = new ArrayList<>();
      for (Future<Response> answer : clients.invokeAll(requests)) {
        answers.add(answer.get());
      }
      return answers;
    } finally {
      clients.shutdownNow();
    }
  }

  private List<RecordedEvent> bookings(Reception reception) {
    return log.byStream(
        "calendar:practitioner:" + reception.practitioner() + ":" + reception.day(), 0, 100);
  }
}
