/** A small application: parcels are sent, watched over and delivered. */
@NullMarked
package health.vigil.axon.example;

import org.jspecify.annotations.NullMarked;
