package health.vigil.app.security;

import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Reads docs/reference/permissions.md, which the build puts into the application. */
@Singleton
class PermissionsProducer {
  private static final String PAGE = "/permissions/permissions.md";

  /**
   * @throws ConfigurationException with one sentence, when a row can not be read
   */
  @Produces
  @Singleton
  Permissions permissions() {
    try (InputStream page = PermissionsProducer.class.getResourceAsStream(PAGE)) {
      if (page == null) {
        throw new ConfigurationException("The table of permissions is not in the application.");
      }
      return new Permissions(
          PermissionTable.read(new String(page.readAllBytes(), StandardCharsets.UTF_8)));
    } catch (IllegalArgumentException unreadable) {
      throw new ConfigurationException(String.valueOf(unreadable.getMessage()), unreadable);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
