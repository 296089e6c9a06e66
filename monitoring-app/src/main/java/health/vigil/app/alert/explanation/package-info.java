/** Why an alert fired, from the log alone, in words that a clinician reads. */
@NullMarked
package health.vigil.app.alert.explanation;

import org.jspecify.annotations.NullMarked;
