package health.vigil.projection.patient;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import health.vigil.patient.Demographics;
import health.vigil.patient.PersonalData;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Who somebody is, as the directory seals it.
 *
 * @param demographics null while the patient is not identified
 * @param label what staff call the patient until then, else null
 */
record Identity(
    @PersonalData @Nullable Demographics demographics, @PersonalData @Nullable String label) {
  /** Of whom nothing is known, or nothing any more. */
  static final Identity UNKNOWN = new Identity(null, null);

  /** The same identity is always the same bytes. */
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .build();

  static Identity of(Demographics demographics) {
    return demographics.erased() ? UNKNOWN : new Identity(demographics, null);
  }

  static Identity of(@Nullable String label) {
    return new Identity(null, label);
  }

  static Identity read(byte[] bytes) {
    try {
      return JSON.readValue(bytes, Identity.class);
    } catch (IOException unreadable) {
      throw new UncheckedIOException("an identity could not be read", unreadable);
    }
  }

  byte[] bytes() {
    try {
      return JSON.writeValueAsBytes(this);
    } catch (JsonProcessingException unwritable) {
      throw new UncheckedIOException("an identity could not be written", unwritable);
    }
  }

  boolean isKnown() {
    return demographics != null || label != null;
  }

  /** By which the patient is found by name, sorted. */
  SortedSet<String> tokens(SealedIdentities sealed) {
    SortedSet<String> tokens = new TreeSet<>();
    if (demographics != null) {
      tokens.addAll(sealed.ofName(demographics.familyName()));
      tokens.addAll(sealed.ofName(demographics.givenName()));
    }
    if (label != null) {
      tokens.addAll(sealed.ofName(label));
    }
    return tokens;
  }

  /** The family name, or the label, as patients are sorted; empty of whom nothing is known. */
  String first() {
    return demographics == null ? sortable(label) : sortable(demographics.familyName());
  }

  /** The given name, as those of one family name are sorted. */
  String second() {
    return demographics == null ? "" : sortable(demographics.givenName());
  }

  /** Case does not matter in a list; which language's rules decide on it must not either. */
  private static String sortable(@Nullable String name) {
    return name == null ? "" : name.strip().toLowerCase(Locale.ROOT);
  }

  @Override
  public String toString() {
    return "Identity[masked]";
  }
}
