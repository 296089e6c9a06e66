package health.vigil.architecture.planted.domain;

record UnmarkedPerson(String familyName) {}
