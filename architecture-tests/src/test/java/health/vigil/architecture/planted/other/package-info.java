/** Another module. */
@org.jspecify.annotations.NullMarked
package health.vigil.architecture.planted.other;
