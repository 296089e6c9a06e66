package health.vigil.projection;

import static org.assertj.core.api.Assertions.assertThat;

import health.vigil.patient.PersonalData;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Table;
import jakarta.persistence.metamodel.EntityType;
import java.lang.reflect.Field;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(ReadModelDatabase.class)
class PersonalDataComponentTest {
  /** Columns of the directory that say who somebody is, sealed or as keyed tokens. */
  private static final Set<String> WHO = Set.of("identity", "search", "mrnToken");

  @Inject EntityManager entities;

  @Test
  void only_the_directory_holds_personal_data_and_marks_it() {
    Set<String> marked =
        entities.getMetamodel().getEntities().stream()
            .map(EntityType::getJavaType)
            .flatMap(
                type ->
                    Stream.of(type.getDeclaredFields())
                        .filter(PersonalDataComponentTest::isMarked)
                        .map(field -> table(type) + "." + field.getName()))
            .collect(Collectors.toSet());

    assertThat(marked)
        .isEqualTo(WHO.stream().map("patient_directory."::concat).collect(Collectors.toSet()));
  }

  private static boolean isMarked(Field field) {
    return field.isAnnotationPresent(PersonalData.class);
  }

  private static String table(Class<?> type) {
    return type.getAnnotation(Table.class).name();
  }
}
