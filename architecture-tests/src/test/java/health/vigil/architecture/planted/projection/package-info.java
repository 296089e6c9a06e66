/** Violations of the rules for projections. */
@org.jspecify.annotations.NullMarked
package health.vigil.architecture.planted.projection;
