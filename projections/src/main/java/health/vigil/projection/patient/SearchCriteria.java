package health.vigil.projection.patient;

import health.vigil.refusal.Refusal;
import health.vigil.ward.WardId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;

/** What a search asks of the table: keyed tokens and places, never a name. */
final class SearchCriteria {
  /** As many as are opened and put in order for one page. */
  static final int MOST = 1_000;

  private final List<String> conditions = new ArrayList<>(List.of("1 = 1"));
  private final Map<String, Object> values = new HashMap<>();

  private SearchCriteria() {}

  static SearchCriteria of(SearchPatients query, SealedIdentities sealed) {
    SearchCriteria criteria = new SearchCriteria();
    if (query.mrn() != null) {
      criteria.add("mrnToken = :mrn", "mrn", sealed.ofNumber(query.mrn()));
    }
    if (query.name() != null) {
      criteria.add("array_includes(search, :name)", "name", asked(query.name(), sealed));
    }
    if (query.ward() != null) {
      criteria.add("ward = :ward", "ward", query.ward().value());
    }
    if (query.status() != null) {
      criteria.conditions.add(
          query.status() == PatientStatus.ADMITTED ? "stay is not null" : "stay is null");
    }
    if (query.within() != null) {
      criteria.bound(query.within());
    }
    return criteria;
  }

  /**
   * Those who match, in no order.
   *
   * @throws Refusal as {@code search-too-broad} when they are more than {@link #MOST}
   */
  List<DirectoryEntry> find() {
    List<DirectoryEntry> found =
        DirectoryEntry.<DirectoryEntry>find(String.join(" and ", conditions), values)
            .range(0, MOST)
            .list();
    if (found.size() > MOST) {
      throw Refusal.unacceptable(
          "search-too-broad",
          "More than " + MOST + " patients match: give more letters of the name, or a ward.");
    }
    return found;
  }

  private static String[] asked(String name, SealedIdentities sealed) {
    SortedSet<String> tokens = sealed.asked(name);
    if (tokens.isEmpty()) {
      throw Refusal.invalid("name", "has a letter or digit");
    }
    return tokens.toArray(String[]::new);
  }

  private void bound(Within within) {
    String inside = "ward in :wards";
    conditions.add(within.nowhere() ? "(ward is null or " + inside + ")" : inside);
    values.put("wards", within.wards().stream().map(WardId::value).toList());
  }

  private void add(String condition, String name, Object value) {
    conditions.add(condition);
    values.put(name, value);
  }
}
