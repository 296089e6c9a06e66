package health.vigil.app.alert.explanation;

import static health.vigil.app.alert.explanation.LogOfAda.ADA;
import static health.vigil.app.alert.explanation.LogOfAda.ALERT;
import static health.vigil.app.alert.explanation.LogOfAda.BED;
import static health.vigil.app.alert.explanation.LogOfAda.NURSE;
import static health.vigil.app.alert.explanation.LogOfAda.STAY;
import static health.vigil.app.alert.explanation.LogOfAda.cause;
import static health.vigil.app.alert.explanation.LogOfAda.limits;
import static health.vigil.app.alert.explanation.LogOfAda.minute;
import static health.vigil.app.alert.explanation.LogOfAda.overdue;
import static health.vigil.app.alert.explanation.LogOfAda.values;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import health.vigil.alert.AlertEnd;
import health.vigil.alert.AlertEvent.AlertAcknowledged;
import health.vigil.alert.AlertEvent.AlertDowngraded;
import health.vigil.alert.AlertEvent.AlertEnded;
import health.vigil.alert.AlertEvent.AlertEscalated;
import health.vigil.alert.AlertEvent.AlertLatched;
import health.vigil.alert.AlertEvent.AlertMoved;
import health.vigil.alert.AlertEvent.AlertReturned;
import health.vigil.alert.AlertEvent.AlertUpgraded;
import health.vigil.alert.EscalationStep;
import health.vigil.alert.Presence;
import health.vigil.alert.Priority;
import health.vigil.monitoring.BreachRule;
import health.vigil.monitoring.Limit;
import health.vigil.monitoring.MonitoringRules;
import health.vigil.monitoring.score.Band;
import health.vigil.monitoring.vitals.Vital;
import health.vigil.ward.BedId;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The course of one alert, told from its stream and the monitoring's. */
class TellingTest {
  private final LogOfAda log = new LogOfAda();
  private final LogOfAda alerts = new LogOfAda();
  private final List<Fact> alert = new ArrayList<>();

  @Test
  void whatFollowedIsToldStepByStep() {
    medium("a", 10);
    raised(BreachRule.NEWS2, Band.MEDIUM, "a", 10);
    then(escalated(2, "MEDICAL_TEAM", 25), 25);
    high("b", 30);
    then(upgraded("b", 30), 30);
    then(new AlertAcknowledged(ALERT, ADA, STAY, BED, minute(33)), 33);
    medium("c", 40);
    then(downgraded("c", 40), 40);
    then(new AlertMoved(ALERT, ADA, STAY, BED, BedId.of("icu", "3"), minute(45)), 45);
    then(new AlertEnded(ALERT, ADA, STAY, BED, AlertEnd.CLEARED, minute(90)), 90);

    assertThat(told().steps())
        .extracting(Step::text)
        .containsExactly(
            "Raised with medium priority. Nurse told, level 1.",
            "Not acknowledged for 15 min. Medical team told, level 2.",
            "More urgent, now of high priority: escalation begins anew, an acknowledgement counts"
                + " no more. Nurse told, level 1.",
            "Acknowledged, 3 min after escalation began. Nobody further is told.",
            "Less urgent, now of medium priority: what was told stays told, escalation goes on"
                + " along the less urgent chain.",
            "The patient moved to bed 3 of ward icu: from here on that ward is told.",
            "Over: the condition is gone.");
    assertThat(told().presence()).isEqualTo(Presence.OFF);
    assertThat(told().steps().get(3).actor()).isEqualTo("nurse-7");
    assertThat(told().steps().get(1).actor()).isNull();
  }

  @Test
  void everyChangeOfLevelIsExplainedByItsOwnSet() {
    medium("a", 10);
    raised(BreachRule.NEWS2, Band.MEDIUM, "a", 10);
    high("b", 30);
    then(upgraded("b", 30), 30);
    medium("c", 40);
    then(downgraded("c", 40), 40);

    assertThat(told().steps())
        .extracting(step -> step.grounds() == null ? "" : step.grounds().statements().get(0).text())
        .containsExactly(
            "The set measured on 23 Nov 2026, 03:10 UTC scores 6 by NEWS2: MEDIUM (5 to 6).",
            "The set measured on 23 Nov 2026, 03:30 UTC scores 9 by NEWS2: HIGH (7 or more).",
            "The set measured on 23 Nov 2026, 03:40 UTC scores 6 by NEWS2: MEDIUM (5 to 6).");
  }

  @Test
  void anAlertThatLatchedAndCameBackIsTold() {
    high("a", 10);
    raised(BreachRule.NEWS2, Band.HIGH, "a", 10);
    log.measured("b", values(), 20);
    then(
        new AlertLatched(ALERT, ADA, STAY, BED, AlertEnd.CLEARED, log.facts().size(), minute(20)),
        20);
    assertThat(told().presence()).isEqualTo(Presence.LATCHED);
    high("c", 30);
    long edge = edge();
    then(
        new AlertReturned(
            ALERT, ADA, STAY, BED, Priority.HIGH, cause(Band.HIGH, "c"), edge, minute(30)),
        30);
    then(escalated(2, "REGISTRAR", 35), 35);

    assertThat(told().steps())
        .extracting(Step::text)
        .endsWith(
            "The condition is gone. Nobody has acknowledged: the alert stays until somebody does.",
            "The condition is back before anybody acknowledged: on again, of high priority;"
                + " escalation begins anew, and no level is told twice.",
            "Not acknowledged for 5 min. Registrar told, level 2.");
    assertThat(told().presence()).isEqualTo(Presence.ON);
  }

  @Test
  void theSummaryIsOneSentence() {
    high("a", 10);
    raised(BreachRule.NEWS2, Band.HIGH, "a", 10);

    assertThat(told().summary())
        .isEqualTo(
            "High priority in ward 5-west, bed 12, raised on 23 Nov 2026, 03:10 UTC: a set that"
                + " scores 9 by NEWS2: HIGH (7 or more).");
    assertThat(told().versions()).isEqualTo(new Explanation.Versions("NEWS2 2017", "1", "1"));
  }

  @Test
  void theSummaryOfALimitNamesTheValue() {
    log.planned(limits(Vital.PULSE, new Limit(null, new BigDecimal("120"))), 0);
    log.measured("a", values("pulse", 135), 10);
    BreachRule rule = BreachRule.limit(Vital.PULSE);
    log.began(rule, Band.MEDIUM, "a", 10);
    raised(rule, Band.MEDIUM, "a", 10);

    assertThat(told().summary())
        .endsWith(": pulse 135 /min is above the plan's limit of 120 /min.");
    assertThat(told().versions()).isEqualTo(new Explanation.Versions(null, null, "1"));
  }

  @Test
  void theSummaryOfSilenceSaysWhatWasDue() {
    Fact started = log.due(60).started(0);
    alert.add(alerts.happened(overdue(Band.MEDIUM, 66), 66));
    then(
        new AlertUpgraded(
            ALERT, ADA, STAY, BED, Priority.HIGH, cause(Band.HIGH, "a"), NURSE, 1, minute(96)),
        96);
    SilenceStory silence =
        new SilenceStory(List.of(), List.of(started), null, List.of(), List.of());
    Explanation told =
        Telling.ofSilence(new AlertStory(alert), silence, MonitoringRules.STANDARD).explain(500);

    assertThat(told.summary())
        .endsWith(": the observation due on 23 Nov 2026, 04:00 UTC had not come.");
    assertThat(told.steps().get(1).grounds()).isNull();
    assertThat(told.position()).isEqualTo(500);
  }

  /** Reasons, devices and whatever else people wrote stand in the history. */
  @Test
  void noTextOfPeopleIsTold() throws IOException {
    log.planned(LogOfAda.scale2(), 0);
    log.measured(
        "a", values("pulse", 135, "respirationRate", 28, "oxygenDevice", "told to nobody"), 10);
    log.began(BreachRule.NEWS2, Band.MEDIUM, "a", 10);
    raised(BreachRule.NEWS2, Band.MEDIUM, "a", 10);
    log.corrected("a", values("oxygenDevice", "told to nobody"), 10, 20);
    log.retracted("a", null, 30);

    String json =
        JsonMapper.builder().addModule(new JavaTimeModule()).build().writeValueAsString(told());

    assertThat(json).contains("Retracted on").doesNotContain("told to nobody");
  }

  private void medium(String name, long minute) {
    log.measured(name, values("respirationRate", 28, "oxygenSaturation", 90), minute);
    log.began(BreachRule.NEWS2, Band.MEDIUM, name, minute);
  }

  private void high(String name, long minute) {
    log.measured(name, values("respirationRate", 28, "oxygenSaturation", 90, "pulse", 135), minute);
    log.began(BreachRule.NEWS2, Band.HIGH, name, minute);
  }

  private void raised(BreachRule rule, Band level, String basis, long minute) {
    alert.add(alerts.happened(log.raised(rule, level, basis, edge(), minute), minute));
  }

  private AlertUpgraded upgraded(String basis, long minute) {
    return new AlertUpgraded(
        ALERT,
        ADA,
        STAY,
        BED,
        Priority.HIGH,
        cause(Band.HIGH, basis),
        NURSE,
        edge(),
        minute(minute));
  }

  private AlertDowngraded downgraded(String basis, long minute) {
    return new AlertDowngraded(
        ALERT, ADA, STAY, BED, Priority.MEDIUM, cause(Band.MEDIUM, basis), edge(), minute(minute));
  }

  private static AlertEscalated escalated(int level, String role, long minute) {
    EscalationStep step = new EscalationStep(level, role, Duration.ofMinutes(5));
    return new AlertEscalated(ALERT, ADA, STAY, BED, step, minute(minute));
  }

  private void then(Object event, long minute) {
    alert.add(alerts.happened(event, minute));
  }

  private long edge() {
    return log.facts().size() - 1L;
  }

  private Explanation told() {
    return Telling.ofBreaches(new AlertStory(alert), log.story(), MonitoringRules.STANDARD)
        .explain(1_000);
  }
}
