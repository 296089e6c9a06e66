package health.vigil.app.alert.explanation;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What is known now otherwise than then.
 *
 * @param wouldHaveFired whether, by what is known now, the set alone would have brought this about
 *     by the plan of then; absent when the log can not tell
 * @param set as it is known now; absent when it is of no one set
 */
@Schema(name = "KnownNow")
@JsonInclude(JsonInclude.Include.NON_NULL)
record KnownNow(
    @Nullable Boolean wouldHaveFired, List<Statement> statements, @Nullable SetShown set) {}
