package health.vigil.projection.patient;

import health.vigil.refusal.Refusal;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;

/** Reads the directory of patients. */
class PatientDirectoryQueries {
  private static final String BY_NAME = " order by familySearch, givenSearch, patient";

  @QueryHandler
  @Transactional
  @Nullable PatientEntry handle(FindPatient query) {
    DirectoryEntry entry = DirectoryEntry.find(query.patientId());
    return entry == null ? null : entry.read();
  }

  @QueryHandler
  @Transactional
  PatientPage handle(SearchPatients query) {
    List<String> conditions = new ArrayList<>();
    Map<String, Object> values = new HashMap<>();
    criteria(query, conditions, values);
    after(query.cursor(), conditions, values);
    String where = conditions.isEmpty() ? "1 = 1" : String.join(" and ", conditions);
    List<DirectoryEntry> found =
        DirectoryEntry.<DirectoryEntry>find(where + BY_NAME, values).range(0, query.limit()).list();
    return page(found, query.limit());
  }

  private static void criteria(
      SearchPatients query, List<String> conditions, Map<String, Object> values) {
    if (query.mrn() != null) {
      conditions.add("mrn = :mrn");
      values.put("mrn", query.mrn());
    }
    if (query.name() != null) {
      conditions.add("(familySearch like :name escape '\\' or givenSearch like :name escape '\\')");
      values.put("name", prefix(query.name()));
    }
    if (query.ward() != null) {
      conditions.add("ward = :ward");
      values.put("ward", query.ward().value());
    }
    if (query.status() != null) {
      conditions.add(
          query.status() == PatientStatus.ADMITTED ? "stay is not null" : "stay is null");
    }
  }

  /** The cursor is the last patient's id: names never leave in it. */
  private static void after(
      @Nullable String cursor, List<String> conditions, Map<String, Object> values) {
    if (cursor != null) {
      DirectoryEntry last = DirectoryEntry.findById(cursor);
      if (last == null) {
        throw Refusal.invalid("cursor", "is none that was given out");
      }
      conditions.add(
          "(familySearch > :family or familySearch = :family and (givenSearch > :given"
              + " or givenSearch = :given and patient > :patient))");
      values.put("family", last.familySearch);
      values.put("given", last.givenSearch);
      values.put("patient", last.patient);
    }
  }

  private static PatientPage page(List<DirectoryEntry> found, int limit) {
    List<PatientEntry> entries = found.stream().limit(limit).map(DirectoryEntry::read).toList();
    boolean more = found.size() > limit;
    return new PatientPage(entries, more ? entries.get(limit - 1).patientId().value() : null);
  }

  private static String prefix(String name) {
    return DirectoryEntry.searchable(name)
            .replace("\\", "\\\\")
            .replace("%", "\\%")
            .replace("_", "\\_")
        + "%";
  }
}
