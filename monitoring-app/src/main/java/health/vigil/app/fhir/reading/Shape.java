package health.vigil.app.fhir.reading;

import ca.uhn.fhir.context.BaseRuntimeChildDefinition;
import ca.uhn.fhir.context.BaseRuntimeElementCompositeDefinition;
import ca.uhn.fhir.context.BaseRuntimeElementDefinition;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;

/**
 * Holds JSON against HAPI's model of R4, element by element: names, lists, types, values and what
 * is required. HAPI's own parser would say what is wrong, but not where.
 */
final class Shape {
  private static final String EXTENSION = "extension";
  private static final String MODIFIER = "modifierExtension";
  private static final Pattern ELEMENT_NAME = Pattern.compile("_?[A-Za-z][A-Za-z0-9]{0,63}");

  private final Issues issues;
  private final Primitives primitives;

  Shape(Issues issues) {
    this.issues = issues;
    this.primitives = new Primitives(issues);
  }

  /** Contained resources are looked into by nobody. */
  void check(ObjectNode resource, String type, String path) {
    if (resource.has("implicitRules")) {
      issues.add(
          IssueType.NOTSUPPORTED, path + ".implicitRules", "no implicit rules are known here");
    }
    element(resource, path, R4.context().getResourceDefinition(type), true);
  }

  private void element(
      JsonNode node, String path, BaseRuntimeElementCompositeDefinition<?> type, boolean resource) {
    if (!(node instanceof ObjectNode object) || object.isEmpty()) {
      issues.add(IssueType.STRUCTURE, path, "an object with something in it is required");
      return;
    }
    Set<BaseRuntimeChildDefinition> seen = new HashSet<>();
    for (Map.Entry<String, JsonNode> field : object.properties()) {
      if (!(resource && field.getKey().equals("resourceType"))) {
        field(object, field.getKey(), field.getValue(), path, type, seen);
      }
    }
    required(object, path, type);
  }

  private void field(
      ObjectNode parent,
      String name,
      JsonNode value,
      String path,
      BaseRuntimeElementCompositeDefinition<?> type,
      Set<BaseRuntimeChildDefinition> seen) {
    boolean companion = name.startsWith("_");
    String element = companion ? name.substring(1) : name;
    if (name.equals(MODIFIER)) {
      issues.add(IssueType.EXTENSION, path + "." + MODIFIER, "no modifier extension is known here");
      return;
    }
    BaseRuntimeChildDefinition child = type.getChildByName(element);
    BaseRuntimeElementDefinition<?> target = child == null ? null : child.getChildByName(element);
    if (child == null || target == null || (companion && !Primitives.is(target))) {
      unknown(path, name);
      return;
    }
    if (!companion && !seen.add(child)) {
      issues.add(
          IssueType.STRUCTURE, path + "." + name, "one of several types of this element, not two");
      return;
    }
    values(new Field(parent, name, companion, child, target), value, path + "." + name);
  }

  private record Field(
      ObjectNode parent,
      String name,
      boolean companion,
      BaseRuntimeChildDefinition child,
      BaseRuntimeElementDefinition<?> target) {
    boolean isList() {
      return child.getMax() != 1;
    }

    /** A list of primitives may skip one that has an id or extensions instead of a value. */
    boolean maySkip(int index) {
      JsonNode other = companion ? parent.get(name.substring(1)) : parent.get("_" + name);
      return Primitives.is(target) && other != null && other.hasNonNull(index);
    }
  }

  private void values(Field field, JsonNode value, String path) {
    if (!field.isList()) {
      value(field, value, path);
    } else if (!value.isArray() || value.isEmpty()) {
      issues.add(IssueType.STRUCTURE, path, "a list with something in it is required");
    } else {
      for (int index = 0; index < value.size(); index++) {
        if (!(value.get(index).isNull() && field.maySkip(index))) {
          value(field, value.get(index), path + "[" + index + "]");
        }
      }
    }
  }

  private void value(Field field, JsonNode value, String path) {
    BaseRuntimeElementDefinition<?> target = field.target();
    if (field.companion()) {
      companion(value, path);
    } else if (Primitives.is(target)) {
      primitives.check(field.child(), target, value, path);
    } else if (target instanceof BaseRuntimeElementCompositeDefinition<?> composite) {
      element(value, path, composite, false);
    } else if (!value.isObject()) {
      issues.add(IssueType.STRUCTURE, path, "a resource is required");
    }
  }

  /** The id and the extensions of a primitive, under the primitive's name after an underscore. */
  private void companion(JsonNode value, String path) {
    if (!value.isObject() || value.isEmpty()) {
      issues.add(IssueType.STRUCTURE, path, "an object with an id or extensions is required");
      return;
    }
    for (Map.Entry<String, JsonNode> field : value.properties()) {
      switch (field.getKey()) {
        case "id" -> primitives.text(field.getValue(), path + ".id");
        case EXTENSION -> extensions(field.getValue(), path + "." + EXTENSION);
        default -> unknown(path, field.getKey());
      }
    }
  }

  private void extensions(JsonNode value, String path) {
    if (!value.isArray() || value.isEmpty()) {
      issues.add(IssueType.STRUCTURE, path, "a list with something in it is required");
      return;
    }
    for (int index = 0; index < value.size(); index++) {
      element(value.get(index), path + "[" + index + "]", extension(), false);
    }
  }

  private static BaseRuntimeElementCompositeDefinition<?> extension() {
    return (BaseRuntimeElementCompositeDefinition<?>)
        R4.context().getElementDefinition("Extension");
  }

  private void required(
      ObjectNode object, String path, BaseRuntimeElementCompositeDefinition<?> type) {
    for (BaseRuntimeChildDefinition child : type.getChildren()) {
      if (child.getMin() > 0
          && child.getValidChildNames().stream()
              .noneMatch(name -> object.has(name) || object.has("_" + name))) {
        issues.add(IssueType.REQUIRED, path + "." + child.getElementName(), "is required");
      }
    }
  }

  private void unknown(String path, String name) {
    boolean tellable = ELEMENT_NAME.matcher(name).matches();
    issues.add(
        IssueType.STRUCTURE,
        tellable ? path + "." + name : path,
        "FHIR R4 has no such element here");
  }
}
