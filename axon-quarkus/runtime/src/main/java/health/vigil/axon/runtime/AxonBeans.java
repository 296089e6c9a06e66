package health.vigil.axon.runtime;

import health.vigil.axon.deadline.Deadlines;
import health.vigil.axon.processor.LagSampler;
import io.quarkus.arc.Unremovable;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.stream.Stream;
import org.axonframework.config.Configuration;
import org.axonframework.config.ConfigurationScopeAwareProvider;
import org.axonframework.deadline.DeadlineManager;
import org.axonframework.messaging.ScopeAware;
import org.axonframework.messaging.ScopeDescriptor;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The one Axon configuration of the application, from its start to its end. */
@Singleton
@Unremovable
class AxonBeans {

  private static final Logger LOG = Logger.getLogger(AxonBeans.class);

  private final Instance<AxonAssembly> assembly;
  private final BusBeans buses;
  private final Deadlines deadlines;
  private final Instance<LagSampler> lag;
  private @Nullable Configuration configuration;
  private boolean started;

  AxonBeans(
      Instance<AxonAssembly> assembly,
      BusBeans buses,
      Deadlines deadlines,
      Instance<LagSampler> lag) {
    this.assembly = assembly;
    this.buses = buses;
    this.deadlines = deadlines;
    this.lag = lag;
  }

  /** A proxy: handlers may have it injected while it is being built. */
  @Produces
  @ApplicationScoped
  @Unremovable
  synchronized Configuration configuration() {
    if (configuration == null) {
      configuration = assembly.get().assemble();
    }
    return configuration;
  }

  @Produces
  @Singleton
  @Unremovable
  DeadlineManager deadlineManager() {
    return deadlines.manager(this::sagasAndAggregates, buses.correlation());
  }

  private Stream<ScopeAware> sagasAndAggregates(ScopeDescriptor scope) {
    return new ConfigurationScopeAwareProvider(configuration()).provideScopeAwareStream(scope);
  }

  void start(@Observes @Priority(1000) StartupEvent event) {
    configuration().start();
    deadlines.start();
    lag.get().start();
    started = true;
    LOG.debug("Axon has started");
  }

  void stop(@Observes @Priority(3000) ShutdownEvent event) {
    if (started) {
      started = false;
      lag.get().stop();
      deadlines.stop();
      configuration().shutdown();
    }
  }
}
