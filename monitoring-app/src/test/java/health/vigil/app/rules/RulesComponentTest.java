package health.vigil.app.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import health.vigil.app.ComponentTestBase;
import health.vigil.refusal.Refusal;
import health.vigil.rules.ClinicalRulesCommand.ApplyClinicalRules;
import health.vigil.rules.ClinicalRulesId;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RulesComponentTest extends ComponentTestBase {
  /** All that is configured of these is a rule. */
  private static final Pattern OF_RULES =
      Pattern.compile("vigil\\.(monitoring|alert|appointment|ingest\\.deadband)\\..*");

  @Inject CommandGateway commands;
  @Inject RulesInForce configured;
  @Inject ReleaseDefaults defaults;

  @Test
  void the_rules_were_recorded_before_anything_else() {
    JsonPath answer = api.get("/operations/rules");

    assertThat(answer.getMap("rules")).isEqualTo(configured.rules());
    assertThat(answer.getMap("rules")).containsEntry("vigil.monitoring.interval-at-low", "PT4H");
    assertThat(answer.getList("differing")).isEmpty();
    assertThat(answer.getLong("history.items[0].position")).isEqualTo(1);
    assertThat(answer.getString("history.items[0].by")).isEqualTo("vigil");
    assertThat(answer.getString("history.items[0].application")).matches("vigil/[0-9].*");
    assertThat(answer.getList("history.items[0].changes.to")).hasSize(configured.rules().size());
    RestAssured.given()
        .get("/q/health/well")
        .then()
        .body("checks.find { it.name == 'clinical rules' }.status", equalTo("UP"));
  }

  /** A key that is added and not told could differ from node to node unseen. */
  @Test
  void every_key_that_decides_is_a_rule() {
    List<String> keys = new ArrayList<>();
    for (String key : ConfigProvider.getConfig().getPropertyNames()) {
      if (OF_RULES.matcher(key).matches() && !key.contains("*")) {
        keys.add(key.replaceAll("\\.ward\\.\"?([^.\"]+)\"?\\.", ".ward.\"$1\"."));
      }
    }

    assertThat(keys).hasSizeGreaterThan(20);
    assertThat(configured.rules()).containsKeys(keys.toArray(String[]::new));
  }

  @Test
  void what_is_configured_is_no_default_of_the_version() {
    assertThat(defaults.among(configured.rules().keySet()))
        .contains("vigil.monitoring.interval-at-low")
        .doesNotContain("vigil.appointment.no-show-grace")
        .noneMatch(rule -> rule.contains("swift"));
  }

  @Test
  void a_page_that_is_none_is_refused() {
    api.given().get("/operations/rules?cursor=MTphYg").then().statusCode(422);
    api.given().get("/operations/rules?limit=0").then().statusCode(422);
  }

  @Test
  void of_two_nodes_that_start_at_once_one_records_and_with_other_rules_one_is_refused() {
    ClinicalRulesId empty = new ClinicalRulesId("clinical-rules-" + api.newWard());
    assertThat(both(apply(empty, "1"), apply(empty, "1"))).containsOnlyNulls();

    ClinicalRulesId other = new ClinicalRulesId("clinical-rules-" + api.newWard());
    List<@Nullable Throwable> two = both(apply(other, "1"), apply(other, "2"));
    assertThat(two).containsNull();
    assertThat(two)
        .filteredOn(failure -> failure != null)
        .singleElement()
        .isInstanceOf(Refusal.class);
  }

  @Test
  void a_node_that_others_have_left_behind_says_in_which_rules() {
    Map<String, String> recorded = new TreeMap<>(configured.rules());
    recorded.put("vigil.monitoring.breach-from", "HIGH");
    recorded.remove("vigil.monitoring.zone");

    assertThat(RulesAnswer.differing(recorded, configured.rules()))
        .containsExactly("vigil.monitoring.breach-from", "vigil.monitoring.zone");
  }

  private static ApplyClinicalRules apply(ClinicalRulesId stream, String value) {
    return new ApplyClinicalRules(stream, Map.of("rule", value), Set.of(), null, Instant.EPOCH);
  }

  private List<@Nullable Throwable> both(ApplyClinicalRules one, ApplyClinicalRules other) {
    CompletableFuture<@Nullable Throwable> first = send(one);
    CompletableFuture<@Nullable Throwable> second = send(other);
    List<@Nullable Throwable> failures = new ArrayList<>();
    failures.add(first.join());
    failures.add(second.join());
    return failures;
  }

  private CompletableFuture<@Nullable Throwable> send(ApplyClinicalRules command) {
    CompletableFuture<@Nullable Throwable> outcome = new CompletableFuture<>();
    new Thread(
            () -> {
              try {
                commands.<Object>sendAndWait(command);
                outcome.complete(null);
              } catch (RuntimeException failure) {
                outcome.complete(failure);
              }
            },
            "start")
        .start();
    return outcome;
  }
}
