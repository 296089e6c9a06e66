package health.vigil.app.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.vigil.store.append.WriterSettings;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.quarkus.runtime.configuration.DurationConverter;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.runtime.configuration.MemorySizeConverter;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WriterConfigurationTest {
  @Test
  void unless_told_otherwise_it_is_as_the_writer_has_it() {
    assertThat(settings(Map.of())).isEqualTo(WriterSettings.DEFAULT);
  }

  @ParameterizedTest
  @CsvSource({
    "answer-timeout, 50ms, from 100ms to 30s",
    "answer-timeout, 31s, from 100ms to 30s",
    "max-waiting-size, 4M, no less than vigil.log.group-size",
    "group-size, 0, more than nothing"
  })
  void what_makes_no_sense_stops_the_start_with_a_sentence(
      String key, String value, String sentence) {
    assertThatThrownBy(() -> settings(Map.of("vigil.log." + key, value)))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("vigil.log." + key)
        .hasMessageContaining(sentence);
  }

  private static WriterSettings settings(Map<String, String> properties) {
    SmallRyeConfig config =
        new SmallRyeConfigBuilder()
            .withMapping(WriterConfiguration.class)
            .withConverter(MemorySize.class, 100, new MemorySizeConverter())
            .withConverter(Duration.class, 100, new DurationConverter())
            .withSources(new PropertiesConfigSource(properties, "test", 100))
            .build();
    return config.getConfigMapping(WriterConfiguration.class).settings();
  }
}
