package health.vigil.architecture.planted.domain;

import io.quarkus.runtime.StartupEvent;

record UsesQuarkus(StartupEvent event) {}
