package health.vigil.e2e.badinput;

import static java.nio.charset.StandardCharsets.UTF_8;

import health.vigil.e2e.badinput.ApiDocument.Operation;
import health.vigil.e2e.badinput.ApiDocument.Parameter;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Makes requests from the API's own document; the same ones for the same seed and ward. */
final class RequestGenerator {
  private static final List<String> MEDIA_TYPES =
      List.of("text/plain", "application/xml", "application/x-www-form-urlencoded", "image/png");

  private final Random random;
  private final Values values;

  RequestGenerator(ApiDocument api, World world, Random random) {
    this.random = random;
    this.values = new Values(api, world, random);
  }

  /** Of the types that the document asks for: accepted or refused. */
  MadeUpRequest typed(Operation operation) {
    return request(operation, "typed", false, body(operation), headers(operation));
  }

  /** With a flaw in the body; null when a body of the operation can not have it. */
  @Nullable MadeUpRequest flawed(Operation operation, Flaw flaw) {
    byte[] body = flaw.in(operation, values, random);
    return body == null
        ? null
        : request(operation, flaw.toString(), true, body, headers(operation));
  }

  /** With a body that would be read, were it not said to be something else. */
  @Nullable MadeUpRequest ofAnotherMediaType(Operation operation) {
    if (operation.body() == null) {
      return null;
    }
    Map<String, String> headers = headers(operation);
    headers.put("Content-Type", values.any(MEDIA_TYPES));
    return request(operation, "another media type", true, body(operation), headers);
  }

  /** That would be served, were the answer not asked for in a media type that there is not. */
  MadeUpRequest forAnotherMediaType(Operation operation) {
    Map<String, String> headers = headers(operation);
    headers.put("Accept", values.any(MEDIA_TYPES));
    return request(operation, "asking for another media type", true, body(operation), headers);
  }

  private MadeUpRequest request(
      Operation operation,
      String what,
      boolean flawed,
      byte @Nullable [] body,
      Map<String, String> headers) {
    return new MadeUpRequest(
        what + ": " + operation,
        flawed,
        operation.method(),
        target(operation),
        headers,
        body,
        "%016x%016x".formatted(random.nextLong() | 1, random.nextLong()));
  }

  private byte @Nullable [] body(Operation operation) {
    return operation.body() == null
        ? null
        : values.object(operation.body()).toString().getBytes(UTF_8);
  }

  private Map<String, String> headers(Operation operation) {
    Map<String, String> headers = new HashMap<>();
    for (Parameter parameter : operation.parameters()) {
      if (parameter.in().equals("header") && random.nextInt(3) > 0) {
        headers.put(parameter.name(), header(parameter.name()));
      }
    }
    return headers;
  }

  private String header(String name) {
    List<String> choices =
        name.equals("If-Match")
            ? List.of("\"0\"", "\"1\"", "*", "7", "W/\"0\"", "\"" + Values.MARKER + "\"")
            : List.of("key-" + random.nextLong(), Values.MARKER, "two words", "x".repeat(201));
    return values.any(choices);
  }

  private String target(Operation operation) {
    String path = operation.path();
    List<String> query = new ArrayList<>();
    for (Parameter parameter : operation.parameters()) {
      String value = values.of(parameter.name(), parameter.schema()).asText();
      switch (parameter.in()) {
        case "path" ->
            path =
                path.replace("{" + parameter.name() + "}", value.isEmpty() ? "-" : quoted(value));
        case "query" -> {
          if (random.nextInt(3) == 0) {
            query.add(parameter.name() + "=" + quoted(value));
          }
        }
        default -> {}
      }
    }
    return query.isEmpty() ? path : path + "?" + String.join("&", query);
  }

  /** Short enough for a path: longer ones are refused before anybody reads them. */
  private static String quoted(String value) {
    String some = value.length() > 300 ? value.substring(0, 300) : value;
    return URLEncoder.encode(some, UTF_8).replace("+", "%20");
  }
}
