package health.vigil.local.launcher;

import health.vigil.local.Credentials;

/**
 * A PostgreSQL that is ready for Vigil: schema and roles exist.
 *
 * @param url the JDBC address without user and password
 * @param owner who makes and changes the schema
 * @param serving who the application is
 */
record Database(String url, Credentials owner, Credentials serving) {

  /**
   * As {@link #url} for those who append: the driver keeps the server's details, which quote stored
   * values, out of exceptions.
   */
  String servingUrl() {
    String separator = url.contains("?") ? "&" : "?";
    return url + separator + "currentSchema=vigil&logServerErrorDetail=false&ApplicationName=vigil";
  }
}
