package health.vigil.app.security;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What somebody is here; what each may do is the table in docs/reference/permissions.md. */
public enum Role {
  NURSE,
  PHYSICIAN,
  BOOKING_CLERK,
  DEVICE,
  AUDITOR,
  OPERATOR,
  INTEGRATION,
  SUPERVISOR;

  /** As it is written in tokens, groups and documents, such as {@code booking-clerk}. */
  String kebab() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static Optional<Role> named(String kebab) {
    return Arrays.stream(values()).filter(role -> role.kebab().equals(kebab)).findFirst();
  }

  /** Whether it is held in wards; the others are held in the whole hospital. */
  boolean isOfWards() {
    return this == NURSE || this == PHYSICIAN || this == SUPERVISOR;
  }
}
