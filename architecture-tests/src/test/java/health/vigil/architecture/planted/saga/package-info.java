/** Violations of the rules for sagas. */
@org.jspecify.annotations.NullMarked
package health.vigil.architecture.planted.saga;
