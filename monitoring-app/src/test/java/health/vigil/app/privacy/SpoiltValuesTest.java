package health.vigil.app.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import health.vigil.patient.PatientId;
import health.vigil.personal.key.LostKey;
import health.vigil.personal.key.SealBroken;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SpoiltValuesTest {
  private static final SealBroken BROKEN = new SealBroken(new GeneralSecurityException());

  private final Logger logger = Logger.getLogger(SpoiltValues.class.getName());
  private final Lines lines = new Lines();
  private final MeterRegistry meters = new SimpleMeterRegistry();

  @BeforeEach
  void listen() {
    logger.addHandler(lines);
  }

  @AfterEach
  void stop() {
    logger.removeHandler(lines);
  }

  @Test
  void each_is_counted_and_logged_once() {
    SpoiltValues spoilt = new SpoiltValues(meters);

    spoilt.met(new PatientId("iris"), "familyName", BROKEN);
    spoilt.met(new PatientId("iris"), "familyName", BROKEN);
    spoilt.met(new PatientId("iris"), "birthDate", BROKEN);

    assertThat(meters.counter("vigil.personal.spoilt").count()).isEqualTo(3);
    assertThat(lines.levels).containsExactly("SEVERE", "SEVERE");
  }

  @Test
  void a_patient_whose_key_is_lost_is_logged_once_until_it_is_found() {
    SpoiltValues spoilt = new SpoiltValues(meters);
    PatientId iris = new PatientId("iris");

    spoilt.met(iris, "familyName", new LostKey());
    spoilt.met(iris, "birthDate", new LostKey());

    assertThat(meters.counter("vigil.personal.lost").count()).isEqualTo(2);
    assertThat(meters.counter("vigil.personal.spoilt").count()).isZero();
    assertThat(lines.levels).containsExactly("SEVERE");
    assertThat(spoilt.withoutKey()).containsExactly(iris);
    spoilt.found(iris);
    assertThat(spoilt.withoutKey()).isEmpty();
  }

  /** What was logged, by its level. */
  private static final class Lines extends Handler {
    private final List<String> levels = new ArrayList<>();

    @Override
    public void publish(LogRecord line) {
      levels.add(line.getLevel().intValue() >= 1000 ? "SEVERE" : line.getLevel().getName());
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
