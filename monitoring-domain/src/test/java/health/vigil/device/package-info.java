/** Tests of devices and the patients that they are paired with. */
@NullMarked
package health.vigil.device;

import org.jspecify.annotations.NullMarked;
