package health.vigil.app.alert.explanation;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One sentence of an explanation.
 *
 * @param source what it rests on: a chart of the standard, a decision or a page of Vigil's
 * @param positions of the events that it tells of
 */
@Schema(name = "Statement")
record Statement(String text, String source, @JsonInclude(Include.NON_EMPTY) List<Long> positions) {
  static Statement of(String text, Source source, Fact... facts) {
    return new Statement(
        text, source.inWords(), List.of(facts).stream().map(Fact::position).toList());
  }
}
