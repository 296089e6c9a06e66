package health.vigil.app.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import health.vigil.app.ComponentTestBase;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ApiDocumentComponentTest extends ComponentTestBase {
  private static final Path KEPT = Path.of("..", "docs", "reference", "openapi.yaml");
  private static final String UPDATE = "vigil.openapi.update";

  @Test
  void the_document_that_is_kept_is_that_of_the_code() throws IOException {
    String generated = RestAssured.given().get("/q/openapi?format=yaml").asString();
    if (System.getProperty(UPDATE) != null) {
      Files.writeString(KEPT, generated);
    }

    assertThat(Files.readString(KEPT))
        .as(
            "docs/reference/openapi.yaml: bring it up to date with mvn -pl monitoring-app test"
                + " -Dtest=ApiDocumentComponentTest -D%s",
            UPDATE)
        .isEqualTo(generated);
  }

  @Test
  void every_operation_says_what_it_is_for() {
    RestAssured.given()
        .get("/q/openapi?format=json")
        .jsonPath()
        .<java.util.Map<String, java.util.Map<String, Object>>>getObject(
            "paths", new io.restassured.common.mapper.TypeRef<>() {})
        .forEach(
            (path, operations) ->
                operations.forEach(
                    (method, operation) ->
                        assertThat(operation.toString())
                            .as("%s %s", method, path)
                            .contains("summary=", "application/problem+json")));
  }
}
