package health.vigil.app.fhir.reading;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * What R4 has as a value of a primitive type in JSON (the regular expressions of its datatypes
 * page).
 *
 * @param accepted for the sender
 */
record PrimitiveRule(Predicate<JsonNode> acceptable, String accepted) {
  /** What is written out with a million zeros would cost whoever does it. */
  private static final int MOST_ZEROS = 300;

  private static final String DAY = "[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01])%s)?)?";
  private static final String TIME_OF_DAY =
      "([01][0-9]|2[0-3]):[0-5][0-9]:([0-5][0-9]|60)(\\.[0-9]{1,9})?";
  private static final String ZONE = "(Z|[+-]((0[0-9]|1[0-3]):[0-5][0-9]|14:00))";

  private static final Pattern SPACES = Pattern.compile("\\s\\s");
  private static final PrimitiveRule TEXT =
      text(
          "[\\r\\n\\t\\x{20}-\\x{D7FF}\\x{E000}-\\x{10FFFF}]+",
          "a text with no control characters");
  private static final PrimitiveRule URI = text("[^\\s\\p{Cc}\\p{Cs}]+", "a URI");

  private static final Map<String, PrimitiveRule> RULES =
      Map.ofEntries(
          Map.entry("boolean", new PrimitiveRule(JsonNode::isBoolean, "true or false")),
          Map.entry("integer", whole(Integer.MIN_VALUE)),
          Map.entry("unsignedInt", whole(0)),
          Map.entry("positiveInt", whole(1)),
          Map.entry(
              "decimal",
              new PrimitiveRule(PrimitiveRule::isDecimal, "a number with an exponent within 300")),
          Map.entry("date", text(DAY.formatted(""), "a date such as 2026-11-23")),
          Map.entry(
              "dateTime",
              text(
                  DAY.formatted("(T" + TIME_OF_DAY + ZONE + ")?"),
                  "a date, or a time with its zone such as 2026-11-23T08:00:00Z")),
          Map.entry(
              "instant",
              text(
                  "[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])T" + TIME_OF_DAY + ZONE,
                  "a time with its zone such as 2026-11-23T08:00:00Z")),
          Map.entry("time", text(TIME_OF_DAY, "a time of day such as 08:00:00")),
          Map.entry("code", new PrimitiveRule(PrimitiveRule::isCode, "a code")),
          Map.entry("id", text("[A-Za-z0-9\\-.]{1,64}", "1 to 64 letters, digits, - and .")),
          Map.entry("oid", text("urn:oid:[0-2]\\.[0-9.]*[0-9]", "an OID as a URN")),
          Map.entry(
              "uuid",
              text(
                  "urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}",
                  "a UUID as a URN")),
          Map.entry("uri", URI),
          Map.entry("url", URI),
          Map.entry("canonical", URI),
          Map.entry("base64Binary", text("[0-9a-zA-Z+/=\\s]+", "base64")));

  /** Of a type by its name in FHIR; texts of all kinds have one rule. */
  static PrimitiveRule of(String type) {
    return RULES.getOrDefault(type, TEXT);
  }

  private static PrimitiveRule text(String form, String accepted) {
    Predicate<String> matches = Pattern.compile(form).asMatchPredicate();
    return new PrimitiveRule(node -> node.isTextual() && matches.test(node.textValue()), accepted);
  }

  private static PrimitiveRule whole(int lowest) {
    return new PrimitiveRule(
        node -> node.isIntegralNumber() && node.canConvertToInt() && node.intValue() >= lowest,
        "a whole number" + (lowest < 0 ? "" : " of " + lowest + " or more"));
  }

  /** No expression: one that repeats a group would recurse as deep as the text is long. */
  private static boolean isCode(JsonNode node) {
    String text = node.textValue();
    return TEXT.acceptable().test(node)
        && text.strip().length() == text.length()
        && !SPACES.matcher(text).find();
  }

  private static boolean isDecimal(JsonNode node) {
    return node.isNumber() && Math.abs((long) node.decimalValue().scale()) <= MOST_ZEROS;
  }
}
