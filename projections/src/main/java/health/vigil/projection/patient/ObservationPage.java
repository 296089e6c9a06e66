package health.vigil.projection.patient;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of observation sets by time of measurement, then as they were recorded.
 *
 * @param next the cursor of the page that follows, null on the last
 */
public record ObservationPage(List<ChartedObservation> observations, @Nullable String next) {
  public ObservationPage {
    observations = List.copyOf(observations);
  }
}
