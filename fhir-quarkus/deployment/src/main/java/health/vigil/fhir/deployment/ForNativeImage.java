package health.vigil.fhir.deployment;

import io.quarkus.deployment.pkg.NativeConfig;
import java.util.function.BooleanSupplier;

/** A native image, or the sources of one, is being built. */
final class ForNativeImage implements BooleanSupplier {

  private final NativeConfig config;

  ForNativeImage(NativeConfig config) {
    this.config = config;
  }

  @Override
  public boolean getAsBoolean() {
    return config.enabled();
  }
}
