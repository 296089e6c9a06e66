package health.vigil.app.privacy;

import health.vigil.personal.key.KeyTable;
import health.vigil.personal.master.MasterKeys;
import health.vigil.store.EventLog;
import io.quarkus.runtime.Startup;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.inject.Singleton;
import java.util.Set;
import java.util.TreeSet;

/** Refuses to serve without a master key that is in use. */
@Startup
@Singleton
class MasterKeysCheck {
  /**
   * @param log comes first: with it the schema is known to be there
   * @throws ConfigurationException with one sentence that names the keys that are missing
   */
  @SuppressWarnings("UnusedVariable")
  MasterKeysCheck(EventLog log, KeyTable table, MasterKeys masters) {
    requireAll(masters, table.masters());
  }

  static void requireAll(MasterKeys masters, Set<String> used) {
    Set<String> missing = new TreeSet<>(used);
    missing.removeAll(masters.ids());
    if (!missing.isEmpty()) {
      throw new ConfigurationException(
          "Keys of patients are wrapped with the master key '"
              + String.join("', '", missing)
              + "', which is not among those that vigil.personal.master-keys names: without it"
              + " their personal data can not be read.");
    }
  }
}
