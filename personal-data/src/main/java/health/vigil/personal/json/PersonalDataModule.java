package health.vigil.personal.json;

import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.NopAnnotationIntrospector;
import com.fasterxml.jackson.databind.module.SimpleModule;
import health.vigil.patient.PersonalData;
import java.io.Serial;
import org.jspecify.annotations.Nullable;

/**
 * Puts every property that is marked as personal data through one codec, both ways. A null stays a
 * null: that nothing is known is no personal data.
 */
public final class PersonalDataModule extends SimpleModule {
  @Serial private static final long serialVersionUID = 1L;

  private final transient PersonalDataCodec codec;

  public PersonalDataModule(PersonalDataCodec codec) {
    super("personal-data");
    this.codec = codec;
  }

  @Override
  public void setupModule(SetupContext context) {
    super.setupModule(context);
    context.insertAnnotationIntrospector(new Marked(codec));
  }

  private static final class Marked extends NopAnnotationIntrospector {
    @Serial private static final long serialVersionUID = 1L;

    private final transient PersonalDataCodec codec;

    Marked(PersonalDataCodec codec) {
      this.codec = codec;
    }

    @Override
    public @Nullable Object findSerializer(Annotated property) {
      return isPersonal(property) ? new SealedValue(codec) : null;
    }

    @Override
    public @Nullable Object findDeserializer(Annotated property) {
      return isPersonal(property) ? new OpenedValue(codec) : null;
    }

    private static boolean isPersonal(Annotated property) {
      return property.hasAnnotation(PersonalData.class);
    }
  }
}
