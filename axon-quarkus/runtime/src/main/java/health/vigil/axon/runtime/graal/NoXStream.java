package health.vigil.axon.runtime.graal;

import com.oracle.svm.core.annotate.Substitute;
import com.oracle.svm.core.annotate.TargetClass;
import org.axonframework.serialization.xml.XStreamSerializer;

/**
 * Axon falls back to XStream where it was given no serializer. All of them are given; this keeps
 * XStream, and the XML libraries that it links to, out of the native image.
 */
@SuppressWarnings("DoNotCallSuggester") // the signatures are Axon's
@TargetClass(XStreamSerializer.class)
final class NoXStream {

  private NoXStream() {}

  @Substitute
  public static XStreamSerializer.Builder builder() {
    throw new UnsupportedOperationException("Serializers are Jackson's here, not XStream's");
  }

  @Substitute
  public static XStreamSerializer defaultSerializer() {
    throw new UnsupportedOperationException("Serializers are Jackson's here, not XStream's");
  }
}
