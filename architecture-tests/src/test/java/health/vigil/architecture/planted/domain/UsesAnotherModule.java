package health.vigil.architecture.planted.domain;

import health.vigil.architecture.planted.other.SomethingElse;

record UsesAnotherModule(SomethingElse other) {}
