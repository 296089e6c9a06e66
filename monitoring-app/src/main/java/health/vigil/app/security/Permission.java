package health.vigil.app.security;

import java.util.Map;

/**
 * One row of the table: what each role may do with one endpoint.
 *
 * @param method in capitals
 * @param everybody whether not even a token is asked for
 */
record Permission(String method, PathTemplate path, Map<Role, Reach> reaches, boolean everybody) {
  Permission {
    reaches = Map.copyOf(reaches);
  }

  Reach reachOf(Role role) {
    return reaches.getOrDefault(role, Reach.NOTHING);
  }
}
