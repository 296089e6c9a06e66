package health.vigil.axon.deployment;

import health.vigil.axon.example.ExampleDatabase;
import io.quarkus.test.QuarkusUnitTest;
import org.jboss.shrinkwrap.api.asset.StringAsset;

/** The example application on a database of its own. */
final class Example {

  private Example() {}

  static QuarkusUnitTest application() {
    return new QuarkusUnitTest()
        .setBeforeAllCustomizer(ExampleDatabase::create)
        .withApplicationRoot(
            jar ->
                jar.addPackage("health.vigil.axon.example")
                    .addClass(Example.class)
                    .addAsResource(
                        new StringAsset(ExampleDatabase.CONFIGURATION), "application.properties"));
  }
}
