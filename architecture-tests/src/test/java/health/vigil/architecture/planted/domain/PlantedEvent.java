package health.vigil.architecture.planted.domain;

interface PlantedEvent {}
