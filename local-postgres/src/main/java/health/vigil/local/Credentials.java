package health.vigil.local;

/** A database role and its password. */
public record Credentials(String user, String password) {

  /** The password is masked. */
  @Override
  public String toString() {
    return user + "/***";
  }
}
