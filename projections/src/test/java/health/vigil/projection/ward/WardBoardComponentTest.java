package health.vigil.projection.ward;

import static org.assertj.core.api.Assertions.assertThat;

import health.vigil.monitoring.*;
import health.vigil.monitoring.MonitoringEvent.*;
import health.vigil.monitoring.score.*;
import health.vigil.monitoring.vitals.*;
import health.vigil.patient.PatientId;
import health.vigil.projection.ReadModelDatabase;
import health.vigil.stay.*;
import health.vigil.stay.StayEvent.*;
import health.vigil.ward.*;
import health.vigil.ward.BedEvent.*;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.*;
import org.axonframework.eventhandling.*;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(ReadModelDatabase.class)
class WardBoardComponentTest {
  @Inject EntityManager em;

  @Test
  void x() throws Exception {
    var p = new PatientId("p");
    var s = new StayId("s");
    var b = BedId.of(new WardId("W"), "1");
    var t = Instant.parse("2026-11-23T08:00:00Z");
    var score =
        new Score(
            "NEWS2",
            "2017",
            "1",
            OxygenSaturationScale.SCALE_1,
            true,
            3,
            Band.LOW,
            Map.of(Vital.PULSE, 3, Vital.TEMPERATURE, 0),
            List.of(),
            null);
    var o = new ObservationId("o");
    var v =
        new VitalSigns(
            new RespirationRate(new BigDecimal("12.0")),
            null,
            false,
            null,
            null,
            null,
            null,
            new Pulse(new BigDecimal("72")),
            Consciousness.ALERT,
            new Temperature(new BigDecimal("36.80")),
            Map.of(Vital.OXYGEN_SATURATION, NotMeasuredReason.REFUSED));
    var adapter = new AnnotationEventHandlerAdapter(new WardBoardProjection());
    List<Object> events =
        List.of(
            new PatientAdmitted(s, p, b, t, t),
            new BedOccupied(b, s, p, t),
            new MonitoringStarted(MonitoringId.of(s), p, s, b, t, t, t),
            new VitalSignsRecorded(
                MonitoringId.of(s),
                p,
                s,
                b,
                o,
                v,
                t,
                null,
                null,
                null,
                new Assessment(score, null, Timeliness.CURRENT, Set.of(), 0),
                new CurrentStatus(o, t, score, t.plusSeconds(3600)),
                t));
    QuarkusTransaction.requiringNew()
        .call(
            () -> {
              long i = 0;
              for (Object e : events)
                adapter.handle(
                    new GenericTrackedEventMessage<>(
                        new GlobalSequenceTrackingToken(i++),
                        GenericEventMessage.asEventMessage(e)));
              return 1;
            });
    var board =
        QuarkusTransaction.requiringNew()
            .call(
                () ->
                    new WardBoardQueries(em)
                        .handle(new FindWardBoard(new WardId("W"), t.plusSeconds(4000))));
    System.out.println(board);
    assertThat(board.rows()).hasSize(1);
    System.out.println(
        QuarkusTransaction.requiringNew()
            .call(() -> new WardBoardQueries(em).handle(new FindWardBoard(new WardId("none"), t))));
    QuarkusTransaction.requiringNew()
        .call(
            () -> {
              new AnnotationEventHandlerAdapter(new WardBoardProjection()).prepareReset();
              return 1;
            });
    System.out.println(
        QuarkusTransaction.requiringNew()
            .call(() -> new WardBoardQueries(em).handle(new FindWardBoard(new WardId("W"), t))));
  }
}
