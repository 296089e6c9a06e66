package health.vigil.ward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import health.vigil.refusal.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BedIdTest {
  static String[] acceptedNames() {
    return new String[] {"1", "north", "A-1_b.2", ".1", "Übergang", "x".repeat(40)};
  }

  static String[] refusedNames() {
    return new String[] {
      "", " ", ".", "..", "a b", "a/b", "a:b", "a\n", "U\u0308ber", "x".repeat(41)
    };
  }

  @ParameterizedTest
  @MethodSource("acceptedNames")
  void whatIsNamedByLettersDigitsDashesUnderscoresAndDotsIsABed(String name) {
    BedId bed = BedId.of(name, name);

    assertThat(bed.ward()).isEqualTo(new WardId(name));
    assertThat(bed.name()).isEqualTo(name);
    assertThat(bed).isEqualTo(new BedId(bed.value())).isEqualTo(BedId.of(bed.ward(), name));
  }

  @ParameterizedTest
  @MethodSource("refusedNames")
  void everyOtherNameIsRefusedByItsField(String name) {
    assertThat(errorsOf(name, "1")).containsExactly("ward");
    assertThat(errorsOf("north", name)).containsExactly("bed");
    assertThat(errorsOf(name, name)).containsExactly("ward", "bed");
  }

  @Test
  void whatIsNoBedIsNoBedId() {
    for (String value :
        new String[] {"north/1", "bed:north", "bed:north/1/2", "bed:/1", "bed:a b/1"}) {
      assertThatThrownBy(() -> new BedId(value)).isInstanceOf(IllegalArgumentException.class);
    }
  }

  private static Iterable<String> errorsOf(String ward, String name) {
    Refusal refusal = catchThrowableOfType(Refusal.class, () -> BedId.of(ward, name));
    return refusal.errors().stream().map(Refusal.FieldError::field).toList();
  }
}
