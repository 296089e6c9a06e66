package health.vigil.cli.derived;

import health.vigil.cli.place.Api;
import health.vigil.cli.place.ApiVerb;
import health.vigil.cli.place.Surroundings;
import health.vigil.cli.terminal.Terminal;
import java.util.List;

/** A verb that is about read models by name. */
abstract class ProjectionVerb extends ApiVerb {

  ProjectionVerb(Terminal terminal, Surroundings surroundings) {
    super(terminal, surroundings, "operator");
  }

  /** Those that are named, or all of them when none is; refuses a name that there is not. */
  final List<String> existing(Api api, List<String> named) throws InterruptedException {
    List<String> all = ProjectionList.names(api);
    for (String name : named) {
      if (!all.contains(name)) {
        throw wrongUse(
            "There is no read model %s; there are %s.".formatted(name, String.join(", ", all)));
      }
    }
    return named.isEmpty() ? all : named;
  }
}
