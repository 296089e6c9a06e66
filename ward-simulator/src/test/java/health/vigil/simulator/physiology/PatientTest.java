package health.vigil.simulator.physiology;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

/** The vital signs move together, in the directions that physiology knows. */
class PatientTest {
  private static final Rest HEALTHY = new Rest(15, 74, 126, 77, 36.8, 40, 0.96);
  private static final Rest RETAINER = new Rest(16, 78, 134, 78, 36.7, 54, 0.74);

  @Test
  void theSameSeedIsTheSamePatientWhateverWasAskedBefore() {
    Patient one = new Patient(HEALTHY, minute -> Strain.NONE, 7);
    Patient other = new Patient(HEALTHY, minute -> Strain.NONE, 7);
    Vitals late = one.at(90.4);
    assertThat(other.at(12.25)).isEqualTo(one.at(12.25));
    assertThat(other.at(90.4)).isEqualTo(late);
  }

  @Test
  void anotherSeedIsAnotherPatient() {
    assertThat(new Patient(HEALTHY, minute -> Strain.NONE, 7).at(5))
        .isNotEqualTo(new Patient(HEALTHY, minute -> Strain.NONE, 8).at(5));
  }

  @Test
  void valuesCloseInTimeAreCloseToEachOther() {
    List<Vitals> second = course(minute -> Strain.NONE, 1.0 / 60, 600);
    List<Vitals> later = course(minute -> Strain.NONE, 10, 600);
    assertThat(correlation(lagged(second, Vitals::pulse))).isGreaterThan(0.95);
    assertThat(correlation(lagged(later, Vitals::pulse))).isBetween(-0.3, 0.5);
  }

  @Test
  void bleedingRaisesThePulseWhileThePressureFalls() {
    List<Vitals> course = course(minute -> bleeding(minute / 200 * 0.4), 1, 200);
    assertThat(correlation(course, Vitals::pulse, Vitals::systolicBloodPressure)).isLessThan(-0.7);
    assertThat(correlation(course, Vitals::pulse, Vitals::respirationRate)).isGreaterThan(0.7);
    assertThat(shockIndex(course.get(0))).isLessThan(0.7);
    assertThat(shockIndex(course.get(199))).isGreaterThan(1);
  }

  @Test
  void inEarlyBleedingOnlyThePulseTells() {
    Vitals early = after(bleeding(0.15));
    assertThat(early.pulse()).isGreaterThan(HEALTHY.pulse() + 15);
    assertThat(early.systolicBloodPressure()).isGreaterThan(HEALTHY.systolicBloodPressure() - 16);
  }

  @Test
  void feverRaisesPulseAndBreathing() {
    Vitals feverish = after(new Strain(0.6, 0, 0, 0, 0, 0));
    double degrees = feverish.temperature() - HEALTHY.temperature();
    assertThat(degrees).isBetween(1.2, 1.7);
    assertThat(feverish.pulse() - HEALTHY.pulse()).isGreaterThan(8 * degrees);
    assertThat(feverish.respirationRate()).isGreaterThan(HEALTHY.respirationRate() + 2);
  }

  @Test
  void failingLungsLowerSaturationAndOxygenRaisesItAgain() {
    Vitals onAir = after(new Strain(0, 0, 0, 0.9, 0, 0));
    Vitals onOxygen = after(new Strain(0, 0, 0, 0.9, 3, 0));
    assertThat(onAir.oxygenSaturation()).isBetween(86.0, 93.0);
    assertThat(onAir.respirationRate()).isGreaterThan(onOxygen.respirationRate());
    assertThat(onAir.pulse()).isGreaterThan(onOxygen.pulse());
    assertThat(onOxygen.oxygenSaturation()).isGreaterThan(95);
  }

  @Test
  void opioidsSlowBreathingThenLowerSaturationThenConsciousness() {
    Patient patient = new Patient(HEALTHY, minute -> opioid(Math.min(0.9, minute / 50)), 3);
    double slow = first(patient, vitals -> vitals.respirationRate() < 11);
    double hypoxic = first(patient, vitals -> vitals.oxygenSaturation() < 94);
    double drowsy = first(patient, vitals -> vitals.consciousness() == Consciousness.VOICE);
    double unresponsiveToVoice =
        first(patient, vitals -> vitals.consciousness() == Consciousness.PAIN);
    assertThat(List.of(slow, hypoxic, drowsy, unresponsiveToVoice)).isSorted();
    assertThat(unresponsiveToVoice).isLessThan(120);
  }

  @Test
  void chronicRetentionHasItsTargetOnAirAndTooMuchOnFlowingOxygen() {
    Patient patient = new Patient(RETAINER, minute -> Strain.NONE, 3);
    assertThat(patient.at(30).oxygenSaturation()).isBetween(88.0, 92.4);
    Patient treated = new Patient(RETAINER, minute -> new Strain(0, 0, 0, 0, 6, 0), 3);
    assertThat(treated.at(60).oxygenSaturation()).isGreaterThan(96.5);
  }

  @Test
  void whateverActsTheValuesStayWithinWhatCanBe() {
    for (long seed = 0; seed < 60; seed++) {
      double all = seed / 60.0;
      Strain strain = new Strain(all, 0.45 * all, 1 - all, all, 15 * (1 - all), all);
      Patient patient = new Patient(HEALTHY, minute -> minute < 20 ? Strain.NONE : strain, seed);
      for (int minute = 0; minute < 240; minute++) {
        Vitals vitals = patient.at(minute);
        assertThat(vitals.respirationRate()).isBetween(2.0, 60.0);
        assertThat(vitals.oxygenSaturation()).isBetween(40.0, 100.0);
        assertThat(vitals.pulse()).isBetween(25.0, 200.0);
        assertThat(vitals.systolicBloodPressure()).isBetween(40.0, 260.0);
        assertThat(vitals.diastolicBloodPressure())
            .isBetween(20.0, vitals.systolicBloodPressure() - 9);
        assertThat(vitals.temperature()).isBetween(33.0, 42.0);
      }
    }
  }

  private static Strain bleeding(double share) {
    return new Strain(0, share, 0, 0, 0, 0);
  }

  private static Strain opioid(double effect) {
    return new Strain(0, 0, effect, 0, 0, 0);
  }

  private static Vitals after(Strain strain) {
    return new Patient(HEALTHY, minute -> strain, 3).at(60);
  }

  private static double shockIndex(Vitals vitals) {
    return vitals.pulse() / vitals.systolicBloodPressure();
  }

  private static List<Vitals> course(DoubleFunction<Strain> strain, double every, int count) {
    Patient patient = new Patient(HEALTHY, strain, 5);
    List<Vitals> course = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      course.add(patient.at(i * every));
    }
    return course;
  }

  private static double first(Patient patient, Predicate<Vitals> condition) {
    double minute = 0;
    while (!condition.test(patient.at(minute))) {
      minute++;
      assertThat(minute).isLessThan(300);
    }
    return minute;
  }

  private static List<double[]> lagged(List<Vitals> course, ToDoubleFunction<Vitals> value) {
    List<double[]> pairs = new ArrayList<>();
    for (int i = 1; i < course.size(); i++) {
      pairs.add(
          new double[] {
            value.applyAsDouble(course.get(i - 1)), value.applyAsDouble(course.get(i))
          });
    }
    return pairs;
  }

  private static double correlation(
      List<Vitals> course, ToDoubleFunction<Vitals> one, ToDoubleFunction<Vitals> other) {
    return correlation(
        course.stream()
            .map(v -> new double[] {one.applyAsDouble(v), other.applyAsDouble(v)})
            .toList());
  }

  /** Pearson's coefficient. */
  private static double correlation(List<double[]> pairs) {
    double x = pairs.stream().mapToDouble(pair -> pair[0]).average().orElseThrow();
    double y = pairs.stream().mapToDouble(pair -> pair[1]).average().orElseThrow();
    double xy = 0;
    double xx = 0;
    double yy = 0;
    for (double[] pair : pairs) {
      xy += (pair[0] - x) * (pair[1] - y);
      xx += (pair[0] - x) * (pair[0] - x);
      yy += (pair[1] - y) * (pair[1] - y);
    }
    return xy / Math.sqrt(xx * yy);
  }
}
