package health.vigil.app.security;

/** Whose a patient, ward, alert, device or appointment is, for who has one ward or two. */
enum Whose {
  OWN,
  /** Of the other ward of who has two. */
  SECOND,
  OTHERS,
  /** Of a patient who lies nowhere. */
  NOWHERE,
  /** Ids that nobody has. */
  NOBODYS
}
