package health.vigil.appointment;

import static health.vigil.appointment.Clinic.DR_YU;
import static health.vigil.appointment.Clinic.NINE;
import static health.vigil.appointment.Clinic.nineAnd;
import static health.vigil.appointment.Clinic.request;
import static health.vigil.appointment.Clinic.requestFirst;
import static health.vigil.refusal.Refusal.Kind.CONFLICT;
import static org.assertj.core.api.Assertions.assertThat;

import health.vigil.appointment.AppointmentCommand.RequestAppointment;
import health.vigil.appointment.CalendarEvent.SlotBooked;
import health.vigil.fixture.DomainFixture;
import health.vigil.fixture.Outcome;
import health.vigil.patient.PatientId;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.Test;

class RaceTest {
  private static final int CLIENTS = 50;

  @Test
  void of_fifty_who_want_one_slot_one_wins_on_one_node()
      throws ExecutionException, InterruptedException {
    DomainFixture node = DomainFixture.vigil();

    assertOneWins(node, List.of(node));
  }

  @Test
  void of_fifty_who_want_one_slot_one_wins_on_three_nodes()
      throws ExecutionException, InterruptedException {
    DomainFixture node = DomainFixture.vigil();

    assertOneWins(node, List.of(node, node.anotherNode(), node.anotherNode()));
  }

  @Test
  void who_loses_the_race_at_the_log_finds_the_slot_taken_when_tried_again() {
    DomainFixture node = Clinic.open();
    DomainFixture other = node.anotherNode();
    RequestAppointment rival = request(Clinic.SECOND, Clinic.BEN, DR_YU, NINE, nineAnd(30));
    node.beforeNextAppend(() -> other.when(rival).expectAccepted());

    assertThat(node.when(requestFirst()).failure())
        .isInstanceOf(AggregateStreamCreationException.class);
    node.when(requestFirst()).expectRefusal(CONFLICT, "slot-taken");
  }

  private static void assertOneWins(DomainFixture log, List<DomainFixture> nodes)
      throws ExecutionException, InterruptedException {
    CyclicBarrier start = new CyclicBarrier(CLIENTS);
    ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
    try {
      List<Callable<Boolean>> rivals =
          IntStream.range(0, CLIENTS)
              .mapToObj(number -> rival(log, nodes.get(number % nodes.size()), number, start))
              .toList();
      int winners = 0;
      for (Future<Boolean> won : clients.invokeAll(rivals)) {
        winners += won.get() ? 1 : 0;
      }

      assertThat(winners).isEqualTo(1);
      assertThat(log.events()).filteredOn(SlotBooked.class::isInstance).hasSize(2);
    } finally {
      clients.shutdownNow();
    }
  }

  /** A patient of its own, who asks Dr Yu for the same half hour as everybody else. */
  private static Callable<Boolean> rival(
      DomainFixture log, DomainFixture node, int number, CyclicBarrier start) {
    PatientId patient = new PatientId("patient-" + number);
    log.given(Clinic.registered(patient));
    RequestAppointment request =
        request(new AppointmentId("appointment-" + number), patient, DR_YU, NINE, nineAnd(30));
    return () -> {
      start.await();
      return wins(node, request);
    };
  }

  /** As the command bus does, tries again when another append came first. */
  private static boolean wins(DomainFixture node, RequestAppointment request) {
    Outcome outcome = node.when(request);
    while (outcome.failure() instanceof ConcurrencyException
        || outcome.failure() instanceof AggregateStreamCreationException) {
      outcome = node.when(request);
    }
    if (outcome.failure() == null) {
      return true;
    }
    assertThat(outcome.refusal().code()).isEqualTo("slot-taken");
    assertThat(outcome.refusal().details()).containsEntry("start", NINE.toString());
    return false;
  }
}
