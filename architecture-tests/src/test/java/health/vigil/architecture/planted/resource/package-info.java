/** Violations of the rules for resources. */
@org.jspecify.annotations.NullMarked
package health.vigil.architecture.planted.resource;
