package health.vigil.e2e.badinput;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** FHIR requests with something changed somewhere: some are still good, none may do harm. */
final class FhirMutations {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final List<String> CODES =
      List.of("9279-1", "8867-4", "59408-5", "8310-5", "8480-6", "3151-8", "72514-3", "0");
  private static final List<String> TEXTS =
      List.of("", " ", Values.MARKER, "final", "entered-in-error", "corrected", "cancelled", "Cel");

  private final World world;
  private final Random random;

  FhirMutations(World world, Random random) {
    this.world = world;
    this.random = random;
  }

  MadeUpRequest next() {
    boolean bundle = random.nextInt(3) == 0;
    ObjectNode resource = bundle ? bundle() : observation();
    for (int changes = random.nextInt(3); changes >= 0; changes--) {
      change(resource);
    }
    return new MadeUpRequest(
        "changed " + (bundle ? "Bundle" : "Observation"),
        false,
        "POST",
        bundle ? "/fhir/R4" : "/fhir/R4/Observation",
        Map.of("Content-Type", "application/fhir+json"),
        body(resource),
        "%016x%016x".formatted(random.nextLong() | 1, random.nextLong()));
  }

  private byte[] body(ObjectNode resource) {
    String text = resource.toString();
    return switch (random.nextInt(20)) {
      case 0 -> text.substring(0, random.nextInt(text.length())).getBytes(UTF_8);
      case 1 -> text.replaceFirst("\"value\":", "\"value\":1e99999,\"x\":").getBytes(UTF_8);
      case 2 -> text.replaceFirst("\"status\":", "\"status\":NaN,\"a\":").getBytes(UTF_8);
      case 3 -> text.replaceFirst("\\{", "{\"a\":" + "[".repeat(1_000)).getBytes(UTF_8);
      default -> text.getBytes(UTF_8);
    };
  }

  private ObjectNode bundle() {
    ObjectNode bundle = NODES.objectNode().put("resourceType", "Bundle");
    bundle.put("type", random.nextBoolean() ? "batch" : "transaction");
    ArrayNode entries = bundle.putArray("entry");
    for (int i = 1 + random.nextInt(4); i > 0; i--) {
      ObjectNode entry = entries.addObject();
      entry.set("resource", observation());
      entry.putObject("request").put("method", "POST").put("url", "Observation");
    }
    return bundle;
  }

  private ObjectNode observation() {
    ObjectNode observation = NODES.objectNode().put("resourceType", "Observation");
    observation
        .putArray("identifier")
        .addObject()
        .put("system", "urn:example:made-up")
        .put("value", Values.MARKER + random.nextInt(2_000));
    observation.put("status", "final");
    observation
        .putObject("code")
        .putArray("coding")
        .addObject()
        .put("system", "http://loinc.org")
        .put("code", CODES.get(random.nextInt(CODES.size())));
    observation.putObject("subject").put("reference", "Patient/" + patient());
    observation.put("effectiveDateTime", Instant.now().minusSeconds(5).toString());
    observation
        .putObject("valueQuantity")
        .put("value", random.nextInt(200))
        .put("system", "http://unitsofmeasure.org")
        .put("code", List.of("/min", "%", "Cel", "mm[Hg]", "L/min").get(random.nextInt(5)));
    return observation;
  }

  private String patient() {
    return world.patients().get(random.nextInt(world.patients().size()));
  }

  private void change(ObjectNode resource) {
    List<ObjectNode> objects = new ArrayList<>();
    collect(resource, objects);
    ObjectNode somewhere = objects.get(random.nextInt(objects.size()));
    List<String> fields = new ArrayList<>();
    somewhere.fieldNames().forEachRemaining(fields::add);
    if (fields.isEmpty()) {
      return;
    }
    String field = fields.get(random.nextInt(fields.size()));
    switch (random.nextInt(6)) {
      case 0 -> somewhere.remove(field);
      case 1 -> somewhere.put(field, TEXTS.get(random.nextInt(TEXTS.size())));
      case 2 -> somewhere.put(field, random.nextLong());
      case 3 -> somewhere.putArray(field).add(random.nextBoolean());
      case 4 -> somewhere.put("shoeSize", Values.MARKER);
      default -> somewhere.putObject(field).put("a", "b");
    }
  }

  private static void collect(JsonNode node, List<ObjectNode> objects) {
    if (node instanceof ObjectNode object) {
      objects.add(object);
    }
    node.forEach(child -> collect(child, objects));
  }
}
