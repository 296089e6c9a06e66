package health.vigil.overdue;

import com.fasterxml.jackson.core.JsonProcessingException;
import health.vigil.alert.EscalationChains;
import health.vigil.alert.KeptState;
import health.vigil.alert.RealAlerts;
import health.vigil.monitoring.CurrentStatus;
import health.vigil.patient.PatientId;
import health.vigil.stay.StayId;
import health.vigil.ward.BedId;
import java.time.Duration;
import java.time.Instant;
import org.axonframework.test.deadline.StubDeadlineManager;
import org.junit.jupiter.api.Test;

class StateAsJsonTest {
  private static final Instant START = Instant.parse("2026-11-23T08:00:00Z");

  @Test
  void aWatchComesBackWithItsAlert() throws Exception {
    Means means =
        new Means(
            new RealAlerts().gateway(), new StubDeadlineManager(START), EscalationChains.STANDARD);
    ObservationWatch watch =
        new ObservationWatch(
            new PatientId("7f3c1f5e-0000-4000-8000-000000000001"),
            new StayId("7f3c1f5e-0000-4000-8000-000000000002"),
            new BedId("bed:5-west/12"),
            START);
    Instant due = START.plus(Duration.ofHours(1));
    CurrentStatus stillDue = new CurrentStatus(null, null, null, due);
    KeptState.inSaga(
        () -> {
          watch.expect(due, START, means);
          watch.follow(stillDue, due.plus(Duration.ofMinutes(10)), means);
        });
    KeptState.comesBack(watch, "\"alert\":{\"id\":\"alert-");
    KeptState.comesBackWithout(watch, "origin");
  }

  @Test
  void aSagaComesBack() throws JsonProcessingException {
    KeptState.comesBack(new WhenObservationOverdueThenAlert(), "\"watch\":null");
  }

  @Test
  void aDeadlineComesBack() throws JsonProcessingException {
    KeptState.comesBack(new ObservationOverdue(START), "\"at\":\"2026-11-23T08:00:00Z\"");
  }
}
