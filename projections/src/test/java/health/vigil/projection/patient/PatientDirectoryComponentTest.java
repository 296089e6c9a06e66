package health.vigil.projection.patient;

import static health.vigil.projection.PatientFixture.MORNING;
import static health.vigil.projection.PatientFixture.demographics;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import health.vigil.patient.Demographics;
import health.vigil.patient.PatientId;
import health.vigil.personal.key.PatientKeys;
import health.vigil.projection.PatientFixture;
import health.vigil.projection.ReadModelDatabase;
import health.vigil.projection.ReadModels;
import health.vigil.refusal.Refusal;
import health.vigil.ward.BedId;
import health.vigil.ward.WardId;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(ReadModelDatabase.class)
class PatientDirectoryComponentTest {
  private final String family = "Ödegård" + UUID.randomUUID();
  private final WardId ward = PatientFixture.someWard();
  private final BedId bed = BedId.of(ward, "1");
  private final PatientFixture ada = new PatientFixture();
  private final PatientFixture ben = new PatientFixture();

  @Inject ReadModels readModels;
  @Inject PatientKeys keys;

  @Test
  void a_patient_nobody_registered_is_not_found() {
    assertThat(readModels.askFor(new FindPatient(ada.id), PatientEntry.class)).isEmpty();
  }

  @Test
  void a_registered_patient_is_known_and_not_admitted() {
    Demographics known = demographics(family, "Ada");
    readModels.given(ada.registered(known));

    assertThat(find(ada)).isEqualTo(new PatientEntry(ada.id, known, null, null));
    assertThat(find(ada).status()).isEqualTo(PatientStatus.NOT_ADMITTED);
  }

  @Test
  void an_unidentified_patient_has_a_label_until_identified() {
    readModels.given(ada.registeredAs("Unknown A 7"));
    assertThat(find(ada).temporaryLabel()).isEqualTo("Unknown A 7");
    assertThat(find(ada).demographics()).isNull();

    Demographics known = demographics(family, "Ada");
    readModels.given(ada.identified(known));

    assertThat(find(ada)).isEqualTo(new PatientEntry(ada.id, known, null, null));
  }

  @Test
  void the_present_place_follows_admission_transfer_and_discharge() {
    BedId other = BedId.of(PatientFixture.someWard(), "9");
    readModels.given(ada.registered(demographics(family, "Ada")));
    readModels.given(ada.admitted(bed, MORNING));
    assertThat(find(ada).stay()).isEqualTo(new PatientEntry.PresentStay(ada.stay, bed, MORNING));

    readModels.given(ada.transferred(bed, other, MORNING.plusSeconds(60)));
    assertThat(Objects.requireNonNull(find(ada).stay()).bed()).isEqualTo(other);

    readModels.given(ada.discharged(other, MORNING.plusSeconds(120)));
    assertThat(find(ada).stay()).isNull();
  }

  @Test
  void the_whole_record_number_finds_its_patient() {
    Demographics known = demographics(family, "Ada");
    readModels.given(ada.registered(known));

    assertThat(search(known.mrn(), null)).containsExactly(ada.id);
    assertThat(search(known.mrn().substring(0, 8), null)).isEmpty();
  }

  @Test
  void the_beginning_of_a_name_finds_in_any_case() {
    readModels.given(ada.registered(demographics(family, "Zoë" + family)));

    assertThat(search(null, family.toUpperCase(Locale.ROOT))).containsExactly(ada.id);
    assertThat(search(null, "zoë" + family)).containsExactly(ada.id);
    assertThat(search(null, family.substring(1))).isEmpty();
  }

  @Test
  void wildcards_in_a_name_are_letters() {
    readModels.given(ada.registered(demographics(family, "Ada")));

    assertThat(search(null, "%" + family.substring(1))).isEmpty();
    assertThat(search(null, "_" + family.substring(1))).isEmpty();
    assertThat(search(null, "\\" + family.substring(1))).isEmpty();
  }

  @Test
  void every_word_of_a_name_is_found_and_accents_do_not_matter() {
    readModels.given(ada.registered(demographics("van der " + family, "Ada")));

    assertThat(search(null, family.replace('Ö', 'o').replace('å', 'a'))).containsExactly(ada.id);
    assertThat(search(null, "ada " + family)).containsExactly(ada.id);
    assertThat(search(null, "ben " + family)).isEmpty();
  }

  @Test
  void a_name_of_no_letter_and_no_digit_is_refused() {
    assertThatThrownBy(() -> search(null, "%")).hasRootCauseInstanceOf(Refusal.class);
  }

  @Test
  void who_is_erased_is_a_row_that_nothing_finds() {
    Demographics known = demographics(family, "Ada");
    readModels.given(ada.registered(known));
    readModels.given(ada.erased());

    assertThat(find(ada)).isEqualTo(new PatientEntry(ada.id, null, null, null));
    assertThat(search(null, family)).isEmpty();
    assertThat(search(known.mrn(), null)).isEmpty();
  }

  @Test
  @SuppressWarnings("NullAway") // as it is read when there is no key any more
  void whom_the_log_can_not_tell_any_more_is_nobody_in_a_rebuild_either() {
    readModels.given(ada.registered(new Demographics(null, null, null, null, null)));
    readModels.given(ben.registeredAs(null));

    assertThat(find(ada)).isEqualTo(new PatientEntry(ada.id, null, null, null));
    assertThat(find(ben)).isEqualTo(new PatientEntry(ben.id, null, null, null));
  }

  @Test
  void once_the_key_is_destroyed_the_directory_tells_nothing_though_the_log_is_not_followed_yet() {
    readModels.given(ada.registered(demographics(family, "Ada")));
    keys.destroy(ada.id, MORNING);

    assertThat(find(ada).demographics()).isNull();
  }

  @Test
  void more_matches_than_can_be_put_in_order_are_refused() {
    List<Object> registrations = new ArrayList<>();
    for (int i = 0; i <= SearchCriteria.MOST; i++) {
      registrations.add(new PatientFixture().registered(demographics(family, "Ada")));
    }
    readModels.given(registrations.toArray());

    assertThatThrownBy(() -> search(null, family))
        .rootCause()
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("search-too-broad"));
  }

  @Test
  void a_ward_finds_those_who_lie_in_it_and_the_status_those_who_do() {
    readModels.given(ada.registered(demographics(family, "Ada")));
    readModels.given(ben.registered(demographics(family, "Ben")));
    readModels.given(ada.admitted(bed, MORNING));

    assertThat(ids(page(null, null, ward, null, 10, null))).containsExactly(ada.id);
    assertThat(ids(page(null, family, null, PatientStatus.ADMITTED, 10, null)))
        .containsExactly(ada.id);
    assertThat(ids(page(null, family, null, PatientStatus.NOT_ADMITTED, 10, null)))
        .containsExactly(ben.id);
  }

  @Test
  void pages_follow_each_other_by_name_with_nothing_twice() {
    List<PatientId> expected = new ArrayList<>();
    for (String given : List.of("Ada", "Ada", "Ben", "Cleo", "Dora")) {
      PatientFixture patient = new PatientFixture();
      readModels.given(patient.registered(demographics(family, given)));
      expected.add(patient.id);
    }
    List<PatientId> found = new ArrayList<>();
    String cursor = null;
    do {
      PatientPage page = page(null, family, null, null, 2, cursor);
      found.addAll(ids(page));
      cursor = page.next();
    } while (cursor != null);

    assertThat(found).containsExactlyInAnyOrderElementsOf(expected);
    assertThat(found.subList(2, 5)).isEqualTo(expected.subList(2, 5));
  }

  @Test
  void a_cursor_that_was_never_given_out_is_refused() {
    assertThatThrownBy(() -> page(null, family, null, null, 2, "nobody"))
        .hasRootCauseInstanceOf(Refusal.class);
  }

  @Test
  void who_has_some_wards_finds_full_pages_of_who_lies_there_or_nowhere() {
    PatientFixture cleo = new PatientFixture();
    readModels.given(ada.registered(demographics(family, "Ada")));
    readModels.given(ben.registered(demographics(family, "Ben")));
    readModels.given(cleo.registered(demographics(family, "Cleo")));
    readModels.given(ada.admitted(BedId.of(PatientFixture.someWard(), "1"), MORNING));
    readModels.given(cleo.admitted(bed, MORNING));

    PatientPage first = within(new Within(Set.of(ward), true), 1, null);
    assertThat(ids(first)).containsExactly(ben.id);
    assertThat(first.next()).isEqualTo(ben.id.value());
    PatientPage second = within(new Within(Set.of(ward), true), 1, first.next());
    assertThat(ids(second)).containsExactly(cleo.id);
    assertThat(second.next()).isNull();
    assertThat(ids(within(new Within(Set.of(ward), false), 10, null))).containsExactly(cleo.id);
    assertThat(ids(within(new Within(Set.of(), true), 10, null))).containsExactly(ben.id);
  }

  @Test
  void a_cursor_of_another_ward_is_refused_as_one_that_nobody_has() {
    readModels.given(ada.registered(demographics(family, "Ada")));
    readModels.given(ada.admitted(BedId.of(PatientFixture.someWard(), "1"), MORNING));
    Within own = new Within(Set.of(ward), true);

    Throwable others = catchThrowable(() -> within(own, 1, ada.id.value()));
    Throwable nobodys = catchThrowable(() -> within(own, 1, UUID.randomUUID().toString()));

    assertThat(others).hasRootCauseInstanceOf(Refusal.class);
    assertThat(others.toString()).isEqualTo(nobodys.toString());
  }

  @Test
  void where_several_patients_lie_is_one_question() {
    PatientId nobody = new PatientFixture().id;
    readModels.given(ada.registered(demographics(family, "Ada")));
    readModels.given(ben.registered(demographics(family, "Ben")));
    readModels.given(ada.admitted(bed, MORNING));

    assertThat(
            readModels.ask(new FindWhereabouts(Set.of(ada.id, ben.id, nobody)), Whereabouts.class))
        .isEqualTo(new Whereabouts(Map.of(ada.id, Optional.of(ward), ben.id, Optional.empty())));
  }

  @Test
  void texts_of_entries_and_searches_hold_no_names() {
    readModels.given(ada.registered(demographics(family, "Ada")));

    assertThat(find(ada).toString()).doesNotContain(family);
    assertThat(new SearchPatients(family, family, null, null, null, 1, null).toString())
        .doesNotContain(family);
  }

  private PatientEntry find(PatientFixture patient) {
    return readModels.askFor(new FindPatient(patient.id), PatientEntry.class).orElseThrow();
  }

  private List<PatientId> search(@Nullable String mrn, @Nullable String name) {
    return ids(page(mrn, name, null, null, 10, null));
  }

  private PatientPage page(
      @Nullable String mrn,
      @Nullable String name,
      @Nullable WardId inWard,
      @Nullable PatientStatus status,
      int limit,
      @Nullable String cursor) {
    return readModels.ask(
        new SearchPatients(mrn, name, inWard, status, null, limit, cursor), PatientPage.class);
  }

  private PatientPage within(Within wards, int limit, @Nullable String cursor) {
    return readModels.ask(
        new SearchPatients(null, family, null, null, wards, limit, cursor), PatientPage.class);
  }

  private static List<PatientId> ids(PatientPage page) {
    return page.patients().stream().map(PatientEntry::patientId).toList();
  }
}
