package health.vigil.personal.json;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import health.vigil.patient.PatientId;
import health.vigil.personal.key.PatientKeys;
import health.vigil.personal.key.SealBroken;
import health.vigil.personal.key.ValueSealer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Seals each value with the key of its patient: {@code {"sealed":"…","of":"<patient>"}}, and {@code
 * {"erased":true}} once there is no key.
 *
 * <p>Values are filled up with spaces to a multiple of 32 bytes before they are sealed, or their
 * length would tell a male from a female.
 */
public final class Sealing implements PersonalDataCodec {
  private static final String SEALED = "sealed";
  private static final String OF = "of";
  private static final String ERASED = "erased";
  private static final int FILLED_TO = 32;
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  private final ValueSealer values;
  private final BrokenSeals broken;

  /** Refuses what was changed: {@link #open} throws {@link SealBroken}. */
  public Sealing(ValueSealer values) {
    this(
        values,
        (patient, property, failure) -> {
          throw failure;
        });
  }

  /**
   * Goes on without what was changed: {@link #open} tells of it and gives a JSON null, so that a
   * name that is spoilt keeps nobody from being watched.
   */
  public Sealing(ValueSealer values, BrokenSeals broken) {
    this.values = values;
    this.broken = broken;
  }

  @Override
  public JsonNode seal(@Nullable PatientId about, String property, JsonNode readable) {
    PatientId of = Objects.requireNonNullElse(about, PatientKeys.SYSTEM);
    ObjectNode form = JsonNodeFactory.instance.objectNode();
    return values
        .seal(of, property, filled(readable))
        .map(bytes -> form.put(SEALED, text(bytes)).put(OF, of.value()))
        .orElseGet(() -> form.put(ERASED, true));
  }

  @Override
  public JsonNode open(String property, JsonNode stored) {
    if (isErased(stored)) {
      return NullNode.instance;
    }
    return isSealed(stored) ? opened(property, stored) : stored;
  }

  private JsonNode opened(String property, JsonNode stored) {
    PatientId of = new PatientId(stored.path(OF).textValue());
    try {
      return values
          .open(of, property, bytes(stored.path(SEALED).textValue()))
          .map(Sealing::parsed)
          .orElse(NullNode.instance);
    } catch (SealBroken failure) {
      broken.met(of, property, failure);
      return NullNode.instance;
    }
  }

  private static boolean isSealed(JsonNode stored) {
    return stored.size() == 2 && stored.path(SEALED).isTextual() && stored.path(OF).isTextual();
  }

  private static boolean isErased(JsonNode stored) {
    return stored.size() == 1 && BooleanNode.TRUE.equals(stored.get(ERASED));
  }

  private static byte[] filled(JsonNode readable) {
    byte[] text = readable.toString().getBytes(UTF_8);
    int missing = Math.floorMod(-text.length, FILLED_TO);
    byte[] filled = Arrays.copyOf(text, text.length + missing);
    Arrays.fill(filled, text.length, filled.length, (byte) ' ');
    return filled;
  }

  private static String text(byte[] sealed) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);
  }

  private static byte[] bytes(String sealed) {
    try {
      return Base64.getUrlDecoder().decode(sealed);
    } catch (IllegalArgumentException noBase64) {
      throw new SealBroken(noBase64);
    }
  }

  private static JsonNode parsed(byte[] text) {
    try {
      return JSON.readTree(text);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }
}
