package health.vigil.cli.token;

import health.vigil.issuer.TokenRequest;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The roles that somebody asks for, with the wards or the device that some of them need. */
record WantedRoles(List<String> roles, List<String> wards, @Nullable String device) {

  private static final Set<String> ON_WARDS = Set.of("nurse", "physician", "supervisor");
  private static final String DEVICE = "device";
  private static final List<String> ALL =
      List.of(
          "nurse",
          "physician",
          "supervisor",
          DEVICE,
          "booking-clerk",
          "auditor",
          "operator",
          "integration");

  /** What is wrong with them, as a sentence. */
  Optional<String> flaw() {
    for (String role : roles) {
      if (!ALL.contains(role)) {
        return Optional.of("There is no role %s; there are %s.".formatted(role, list(ALL)));
      }
      if (ON_WARDS.contains(role) && wards.isEmpty()) {
        return Optional.of(
            "A %s works on wards: say --ward A, or --ward '*' for the whole hospital."
                .formatted(role));
      }
    }
    return flawOfOptions();
  }

  private Optional<String> flawOfOptions() {
    if (!wards.stream().allMatch(ward -> ward.matches("\\*|[\\p{L}\\p{Nd}._-]{1,40}"))) {
      return Optional.of("--ward has to name a ward, or '*' for the whole hospital.");
    }
    if (!wards.isEmpty() && roles.stream().noneMatch(ON_WARDS::contains)) {
      return Optional.of("--ward goes with nurse, physician and supervisor only.");
    }
    if (roles.contains(DEVICE) == (device == null || device.isBlank())) {
      return Optional.of(
          "A device's token is bound to one device: --device monitor-1 goes with the role device, and with no other.");
    }
    return Optional.empty();
  }

  /** Who has them when nobody says. */
  String defaultId() {
    return device == null ? "demo-" + roles.get(0) : device;
  }

  TokenRequest heldBy(String id) {
    TokenRequest request = TokenRequest.of(id);
    for (String role : roles) {
      request = ON_WARDS.contains(role) ? onWards(request, role) : request.as(role);
    }
    return device == null ? request : request.boundTo(device);
  }

  private TokenRequest onWards(TokenRequest request, String role) {
    TokenRequest held = request;
    for (String ward : wards) {
      held = held.as(role, ward);
    }
    return held;
  }

  private static String list(List<String> names) {
    return String.join(", ", names);
  }
}
