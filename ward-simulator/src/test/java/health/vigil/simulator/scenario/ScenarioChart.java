package health.vigil.simulator.scenario;

import health.vigil.simulator.physiology.Patient;
import health.vigil.simulator.physiology.Vitals;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/** Draws the vital signs and the scores of one patient of a scenario, with what is expected. */
final class ScenarioChart {
  private static final int STEP = 4;
  private static final int LEFT = 90;
  private static final int WIDTH = 600;
  private static final int PANEL = 78;
  private static final int GAP = 14;
  private static final int TOP = 34;
  private static final int PANELS = 5;
  private static final int HEIGHT = TOP + PANELS * (PANEL + GAP) + 20;

  private final Scenario scenario;
  private final List<Vitals> course = new ArrayList<>();
  private final StringBuilder svg = new StringBuilder();

  private ScenarioChart(Scenario scenario, long seed) {
    this.scenario = scenario;
    Patient patient = scenario.patient(seed);
    for (int minute = 0; minute < scenario.minutes(); minute += STEP) {
      course.add(patient.at(minute));
    }
  }

  /** As SVG. */
  static String of(Scenario scenario, long seed) {
    return new ScenarioChart(scenario, seed).draw();
  }

  private String draw() {
    line(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" font-family=\"sans-serif\""
            + " font-size=\"11\">",
        LEFT + WIDTH + 10, HEIGHT);
    line("<rect width=\"100%%\" height=\"100%%\" fill=\"#ffffff\"/>");
    line("<text x=\"%d\" y=\"18\" font-size=\"14\">%s</text>", LEFT, scenario.name());
    panel(0, 40, 180, "pulse, pressure", "");
    curve(0, 40, 180, "#c8453c", Vitals::pulse);
    curve(0, 40, 180, "#3a5f9a", Vitals::systolicBloodPressure);
    curve(0, 40, 180, "#8fa9d0", Vitals::diastolicBloodPressure);
    panel(1, 0, 40, "respiration", "/min");
    curve(1, 0, 40, "#4d8076", Vitals::respirationRate);
    panel(2, 80, 100, "saturation", "%");
    shade(2);
    curve(2, 80, 100, "#3a5f9a", vitals -> Math.max(80, vitals.oxygenSaturation()));
    panel(3, 36, 40, "temperature", "°C");
    curve(3, 36, 40, "#b0703a", Vitals::temperature);
    panel(4, 0, 20, "NEWS2", "");
    expectations();
    scores();
    hours();
    line("</svg>");
    return svg.toString();
  }

  private void panel(int index, int low, int high, String name, String unit) {
    int top = top(index);
    line(
        "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" fill=\"none\" stroke=\"#bbbbbb\"/>",
        LEFT, top, WIDTH, PANEL);
    line("<text x=\"4\" y=\"%d\">%s</text>", top + PANEL / 2, name);
    line("<text x=\"4\" y=\"%d\" fill=\"#777777\">%s</text>", top + PANEL / 2 + 14, unit);
    line("<text x=\"%d\" y=\"%d\" text-anchor=\"end\">%d</text>", LEFT - 3, top + 10, high);
    line("<text x=\"%d\" y=\"%d\" text-anchor=\"end\">%d</text>", LEFT - 3, top + PANEL, low);
  }

  private void curve(
      int index, double low, double high, String colour, ToDoubleFunction<Vitals> value) {
    List<String> points = new ArrayList<>();
    for (int i = 0; i < course.size(); i++) {
      double y = top(index) + PANEL * (high - value.applyAsDouble(course.get(i))) / (high - low);
      points.add(String.format(Locale.ROOT, "%.1f,%.1f", x(i * STEP), y));
    }
    line(
        "<polyline fill=\"none\" stroke=\"%s\" stroke-width=\"1.4\" points=\"%s\"/>",
        colour, String.join(" ", points));
  }

  /** While oxygen flows. */
  private void shade(int index) {
    for (int i = 0; i < course.size(); i++) {
      if (course.get(i).oxygenFlow() > 0) {
        line(
            "<rect x=\"%.1f\" y=\"%d\" width=\"%.1f\" height=\"%d\" fill=\"#dfe9f5\"/>",
            x(i * STEP), top(index) + 1, width(STEP), PANEL - 2);
      }
    }
  }

  private void expectations() {
    for (ExpectedScore expected : scenario.expected()) {
      List<Integer> total = expected.total();
      if (total != null) {
        double high = y(total.get(1) + 0.5);
        line(
            "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" fill=\"#e4e4e4\"/>",
            x(expected.minutes().from()),
            high,
            width(expected.minutes().to() - expected.minutes().from()),
            y(total.get(0)) - high);
      }
    }
  }

  private void scores() {
    Plan plan = scenario.plan();
    for (int i = 0; i < course.size(); i++) {
      double minute = i * STEP;
      Set<String> missing = scenario.troubleAt(minute).map(DeviceTrouble::fields).orElse(Set.of());
      Scored scored = News2.score(course.get(i), plan == null ? 1 : plan.spo2Scale(), missing);
      boolean silent =
          scenario
              .troubleAt(minute)
              .filter(trouble -> trouble.kind() == DeviceTrouble.Kind.SILENT)
              .isPresent();
      Integer total = scored.total();
      if (total != null && scored.band() != null && !silent) {
        line(
            "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"2.6\" fill=\"%s\"/>",
            x(minute), y(total) - 1.3, width(STEP), colour(scored.band()));
      }
    }
  }

  private void hours() {
    for (int hour = 0; hour * 60 <= scenario.minutes(); hour++) {
      line(
          "<text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\">%d h</text>",
          x(hour * 60.0), HEIGHT - 12, hour);
    }
  }

  private static String colour(Band band) {
    return switch (band) {
      case LOW -> "#6aa56f";
      case LOW_MEDIUM -> "#e2b93b";
      case MEDIUM -> "#e08a3c";
      case HIGH -> "#c8453c";
    };
  }

  private static int top(int index) {
    return TOP + index * (PANEL + GAP);
  }

  private static double y(double total) {
    return top(PANELS - 1) + PANEL * (20 - total) / 20;
  }

  private double x(double minute) {
    return LEFT + width(minute);
  }

  private double width(double minutes) {
    return WIDTH * minutes / scenario.minutes();
  }

  private void line(String format, Object... values) {
    svg.append(String.format(Locale.ROOT, format, values)).append('\n');
  }
}
