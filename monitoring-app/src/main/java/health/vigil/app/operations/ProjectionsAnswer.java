package health.vigil.app.operations;

import java.util.List;

/** All read models, by name. */
record ProjectionsAnswer(List<ProjectionAnswer> items) {
  ProjectionsAnswer {
    items = List.copyOf(items);
  }
}
