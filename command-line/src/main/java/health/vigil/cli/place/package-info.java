/** Where the Vigil is that a verb is about: its database, its application, its data folder. */
@NullMarked
package health.vigil.cli.place;

import org.jspecify.annotations.NullMarked;
