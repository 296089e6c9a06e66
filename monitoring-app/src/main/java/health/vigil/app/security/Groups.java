package health.vigil.app.security;

import io.quarkus.runtime.Startup;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What the groups of the identity provider mean here. */
@Startup
@Singleton
class Groups {
  private final Optional<String> prefix;
  private final Map<String, List<Grant>> configured = new HashMap<>();

  Groups(SecurityConfiguration configuration) {
    this.prefix = configuration.groupPrefix();
    configuration
        .groups()
        .forEach(
            (group, grants) -> configured.put(group, grants.stream().map(Groups::grant).toList()));
  }

  /** The roles of somebody in these groups; a group that means nothing here gives nothing. */
  Map<Role, Wards> rolesOf(Collection<String> groups) {
    Map<Role, Wards> roles = new EnumMap<>(Role.class);
    groups.stream()
        .flatMap(this::grants)
        .forEach(grant -> roles.merge(grant.role(), grant.wards(), Wards::and));
    return roles;
  }

  /** Those that are written as Vigil's own and mean nothing: a slip of the pen, most likely. */
  List<String> meaningless(Collection<String> groups) {
    return prefix
        .map(
            start ->
                groups.stream()
                    .filter(group -> group.startsWith(start) && grants(group).findAny().isEmpty())
                    .sorted()
                    .toList())
        .orElse(List.of());
  }

  private Stream<Grant> grants(String group) {
    return Stream.concat(
        configured.getOrDefault(group, List.of()).stream(),
        prefix
            .filter(group::startsWith)
            .flatMap(start -> Grant.of(group.substring(start.length())))
            .stream());
  }

  private static Grant grant(String text) {
    return Grant.of(text.strip())
        .orElseThrow(
            () ->
                new ConfigurationException(
                    "vigil.security.groups gives what is no role: accepted are nurse:WARD,"
                        + " physician:WARD and supervisor:WARD, with * for the whole hospital, and"
                        + " booking-clerk, device, auditor, operator and integration."));
  }
}
