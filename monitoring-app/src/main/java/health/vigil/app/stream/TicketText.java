package health.vigil.app.stream;

import health.vigil.app.security.Actor;
import health.vigil.app.security.Role;
import health.vigil.app.security.Wards;
import health.vigil.ward.WardId;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a ticket says, in few letters.
 *
 * @param roles with the wards of each, {@code *} for the whole hospital
 * @param until when the token expires, in seconds of the epoch
 * @param expiresAt as {@code until}
 */
@RegisterForReflection
record TicketText(
    String id,
    String client,
    Map<Role, List<String>> roles,
    long until,
    @Nullable WardId ward,
    long expiresAt) {
  private static final String WHOLE_HOSPITAL = "*";

  static TicketText of(Ticket ticket) {
    Actor actor = ticket.actor();
    Map<Role, List<String>> roles = new EnumMap<>(Role.class);
    actor.roles().forEach((role, wards) -> roles.put(role, names(wards)));
    return new TicketText(
        actor.id(),
        actor.client(),
        roles,
        actor.until().getEpochSecond(),
        ticket.ward(),
        ticket.expiresAt().getEpochSecond());
  }

  /** A device opens no streams: a ticket binds nobody to one. */
  Ticket ticket() {
    Map<Role, Wards> held = new EnumMap<>(Role.class);
    roles.forEach((role, names) -> held.put(role, wards(names)));
    Actor actor = new Actor(id, client, held, null, Instant.ofEpochSecond(until));
    return new Ticket(actor, ward, Instant.ofEpochSecond(expiresAt));
  }

  private static List<String> names(Wards wards) {
    return wards.all()
        ? List.of(WHOLE_HOSPITAL)
        : wards.named().stream().map(WardId::value).sorted().toList();
  }

  private static Wards wards(List<String> names) {
    return names.contains(WHOLE_HOSPITAL)
        ? Wards.ALL
        : new Wards(false, names.stream().map(WardId::new).collect(Collectors.toUnmodifiableSet()));
  }
}
