package health.vigil.app.security;

/** What somebody is here; what each may do is the table in docs/reference/permissions.md. */
public enum Role {
  NURSE,
  PHYSICIAN,
  BOOKING_CLERK,
  DEVICE,
  AUDITOR,
  OPERATOR,
  INTEGRATION,
  SUPERVISOR
}
