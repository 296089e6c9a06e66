package health.vigil.app.privacy;

import health.vigil.personal.key.KeyTable;
import health.vigil.personal.key.KeysUnavailable;
import health.vigil.personal.master.MasterKeys;
import health.vigil.store.EventLog;
import io.quarkus.runtime.Startup;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.Set;
import java.util.TreeSet;
import org.jboss.logging.Logger;

/**
 * Refuses to serve without a master key that is in use, and with a log whose keys were not
 * restored: what they sealed would be read as unknown.
 */
@Startup
@Singleton
class KeysAtStart {
  private static final Logger LOG = Logger.getLogger(KeysAtStart.class);
  private static final String HOW_TO = "docs/how-to/back-up-and-restore.md";
  private static final String ACCEPTED = "vigil.personal.lost-keys-accepted";
  private static final Set<String> NOT_THERE = Set.of("42P01", "3F000");

  /**
   * @param log comes first: with it the schema is known to be there
   * @throws ConfigurationException with one sentence that says what is missing, and what to do
   */
  @SuppressWarnings("UnusedVariable")
  KeysAtStart(EventLog log, KeyTable table, MasterKeys masters, LostKeys lost) {
    Set<String> used = used(table);
    requireAll(masters, used);
    if (!lost.areGivenUp()) {
      requireRestored(counted(lost, used.isEmpty()), used.isEmpty());
    }
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

  /**
   * Refuses what looks like a restore of the log whose keys were forgotten. Where a few are lost,
   * everybody else is watched all the same, and so are they.
   *
   * @param lost patients of the log without a key
   * @param none whether nobody has one
   */
  static void requireRestored(long lost, boolean none) {
    if (lost > LostKeys.COUNTED || (lost > 0 && none)) {
      throw new ConfigurationException(
          "The log has patients without a key ("
              + (lost > LostKeys.COUNTED ? "more than " + LostKeys.COUNTED : "all " + lost)
              + "): restore the keys as "
              + HOW_TO
              + " says, or, if there are none any more, set "
              + ACCEPTED
              + "=true to go on without these patients' names.");
    }
    if (lost > 0) {
      LOG.errorf(
          "The keys of %d patients are lost: what they sealed is read as unknown. Restore them as %s says.",
          lost, HOW_TO);
    }
  }

  /**
   * Where the database is too slow to say: all when nobody has a key, else zero, for then each is
   * told of when something is met.
   */
  private static long counted(LostKeys lost, boolean none) {
    try {
      return lost.count();
    } catch (KeysUnavailable slow) {
      LOG.warn("Whether keys of patients are lost was not counted in time.", slow);
      return none && lost.haveOwners() ? LostKeys.COUNTED + 1 : 0;
    }
  }

  private static Set<String> used(KeyTable table) {
    try {
      return table.masters();
    } catch (KeysUnavailable failed) {
      throw isMissing(failed)
          ? new ConfigurationException(
              "The database has no schema vigil_keys: a dump of the log has to bring its definition,"
                  + " and the keys are restored after it, see "
                  + HOW_TO
                  + ".")
          : failed;
    }
  }

  private static boolean isMissing(KeysUnavailable failed) {
    return failed.getCause() instanceof SQLException refused
        && NOT_THERE.contains(String.valueOf(refused.getSQLState()));
  }
}
