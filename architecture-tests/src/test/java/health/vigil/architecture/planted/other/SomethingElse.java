package health.vigil.architecture.planted.other;

/** Lives in a module that the domain may not use. */
public record SomethingElse() {}
