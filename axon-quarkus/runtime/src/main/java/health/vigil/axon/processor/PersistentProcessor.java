package health.vigil.axon.processor;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.axonframework.eventhandling.TrackingEventProcessor;

/**
 * A processor that never waits long before it tries again. Axon's own waits up to a minute, so an
 * alert could be that late after a database has come back.
 */
final class PersistentProcessor extends TrackingEventProcessor {

  private final Duration longest;

  PersistentProcessor(TrackingEventProcessor.Builder builder, Duration longest) {
    super(builder);
    this.longest = longest;
  }

  @Override
  protected void doSleepFor(long millisToSleep, AtomicBoolean interruptFlag) {
    super.doSleepFor(Math.min(millisToSleep, longest.toMillis()), interruptFlag);
  }
}
