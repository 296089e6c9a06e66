package health.vigil.app.security;

import health.vigil.ward.WardId;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says of an actor no more than one thing takes, in as few words as mean the same there. */
final class Narrowed {
  private final @Nullable WardId only;
  private final Map<Role, Wards> roles = new EnumMap<>(Role.class);
  private final Set<WardId> told = new HashSet<>();
  private boolean everywhere;

  private Narrowed(@Nullable WardId only) {
    this.only = only;
  }

  /**
   * The actor with the roles by which they may do it, each ward in one of them.
   *
   * @param only the ward in which alone they want to, null for all of theirs
   */
  static Actor to(Permission permission, Actor actor, @Nullable WardId only) {
    Narrowed narrowed = new Narrowed(only);
    new TreeMap<>(actor.roles())
        .forEach((role, wards) -> narrowed.add(permission.reachOf(role), role, wards));
    return new Actor(actor.id(), actor.client(), narrowed.roles, actor.device(), actor.until());
  }

  private void add(Reach reach, Role role, Wards wards) {
    switch (reach) {
      case ANY -> roles.put(role, wards);
      case OWN, OWN_OR_NONE -> add(role, wards);
      case PAIRED, NOTHING -> {
        // not by this role
      }
    }
  }

  private void add(Role role, Wards wards) {
    Wards more = fresh(wards);
    if (!everywhere && !more.equals(Wards.NONE)) {
      roles.put(role, more);
      told.addAll(more.named());
      everywhere = more.all();
    }
  }

  private Wards fresh(Wards wards) {
    if (only != null) {
      boolean isNew = wards.include(only) && !told.contains(only);
      return isNew ? new Wards(false, Set.of(only)) : Wards.NONE;
    }
    return wards.all()
        ? Wards.ALL
        : new Wards(
            false,
            wards.named().stream()
                .filter(ward -> !told.contains(ward))
                .collect(Collectors.toUnmodifiableSet()));
  }
}
