package health.vigil.app.alert;

import io.quarkus.runtime.configuration.DurationConverter;
import org.eclipse.microprofile.config.spi.Converter;

/** Reads {@code ROLE:TIME}, such as {@code REGISTRAR:5m}. */
public class StepConverter implements Converter<ConfiguredStep> {
  private static final long serialVersionUID = 1L;

  @Override
  public ConfiguredStep convert(String text) {
    String[] parts = text.strip().split(":", -1);
    if (parts.length != 2 || parts[0].isBlank() || parts[1].isBlank()) {
      throw new IllegalArgumentException("an escalation step reads ROLE:TIME, such as NURSE:0s");
    }
    return new ConfiguredStep(parts[0].strip(), DurationConverter.parseDuration(parts[1].strip()));
  }
}
