package health.vigil.architecture.planted.domain;

record NamelessFact() implements PlantedEvent {}
