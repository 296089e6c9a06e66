package health.vigil.axon.deployment;

import io.quarkus.builder.item.SimpleBuildItem;

/** What discovery found; for the other build steps. */
final class AxonBuildItem extends SimpleBuildItem {

  private final Found found;

  AxonBuildItem(Found found) {
    this.found = found;
  }

  Found found() {
    return found;
  }
}
