package health.vigil.app.security;

import io.quarkus.arc.Unremovable;
import io.quarkus.oidc.common.OidcEndpoint;
import io.quarkus.oidc.common.OidcResponseFilter;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Singleton;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads along which keys the identity provider publishes. */
@Singleton
@Unremovable
@OidcEndpoint(OidcEndpoint.Type.JWKS)
class KeySetAnswers implements OidcResponseFilter {
  private static final int OK = 200;

  private volatile Answer last = new Answer(0, Set.of());

  /**
   * @param number of answers so far
   */
  record Answer(long number, Set<String> ids) {}

  Answer last() {
    return last;
  }

  @Override
  public Uni<Void> filter(OidcResponseFilterContext answer) {
    if (answer.statusCode() == OK) {
      keep(ids(new JsonObject(answer.responseBody().toString())));
    }
    return Uni.createFrom().voidItem();
  }

  private synchronized void keep(Set<String> ids) {
    last = new Answer(last.number() + 1, ids);
  }

  private static Set<String> ids(JsonObject keySet) {
    return keySet.getJsonArray("keys", new JsonArray()).stream()
        .flatMap(KeySetAnswers::id)
        .collect(Collectors.toUnmodifiableSet());
  }

  private static Stream<String> id(Object key) {
    return key instanceof JsonObject one && one.getValue("kid") instanceof String id
        ? Stream.of(id)
        : Stream.empty();
  }
}
