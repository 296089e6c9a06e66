package health.vigil.projection.patient;

import health.vigil.patient.PatientId;
import health.vigil.refusal.Refusal;
import health.vigil.ward.WardId;
import jakarta.transaction.Transactional;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;

/**
 * Reads the directory of patients. Names lie there sealed: what a search finds is opened, and put
 * in order here.
 */
class PatientDirectoryQueries {
  @QueryHandler
  @Transactional
  @Nullable PatientEntry handle(FindPatient query, SealedIdentities sealed) {
    DirectoryEntry entry = DirectoryEntry.find(query.patientId());
    return entry == null ? null : entry.read(sealed).entry();
  }

  @QueryHandler
  @Transactional
  PatientPage handle(SearchPatients query, SealedIdentities sealed) {
    FoundPatient last = query.cursor() == null ? null : last(query, sealed);
    List<FoundPatient> found =
        SearchCriteria.of(query, sealed).find().stream()
            .map(entry -> entry.read(sealed))
            .filter(patient -> last == null || patient.compareTo(last) > 0)
            .sorted()
            .limit(query.limit() + 1L)
            .toList();
    return page(found, query.limit());
  }

  @QueryHandler
  @Transactional
  Whereabouts handle(FindWhereabouts query) {
    List<String> ids = query.patients().stream().map(PatientId::value).toList();
    Map<PatientId, Optional<WardId>> wards = new HashMap<>();
    for (DirectoryEntry entry : DirectoryEntry.<DirectoryEntry>list("patient in ?1", ids)) {
      wards.put(new PatientId(entry.patient), Optional.ofNullable(entry.ward).map(WardId::new));
    }
    return new Whereabouts(wards);
  }

  /**
   * The cursor is the last patient's id: names never leave in it. Whom the asker may not find can
   * not be told from nobody.
   */
  private static FoundPatient last(SearchPatients query, SealedIdentities sealed) {
    DirectoryEntry last = DirectoryEntry.findById(query.cursor());
    if (last == null || (query.within() != null && !query.within().includes(last.ward))) {
      throw Refusal.invalid("cursor", "is none that was given out");
    }
    return last.read(sealed);
  }

  private static PatientPage page(List<FoundPatient> found, int limit) {
    List<PatientEntry> entries = found.stream().limit(limit).map(FoundPatient::entry).toList();
    boolean more = found.size() > limit;
    return new PatientPage(entries, more ? entries.get(limit - 1).patientId().value() : null);
  }
}
