/** Violations of the rules for domain code. */
@org.jspecify.annotations.NullMarked
package health.vigil.architecture.planted.domain;
