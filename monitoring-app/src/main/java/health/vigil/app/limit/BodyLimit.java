package health.vigil.app.limit;

import health.vigil.app.fhir.FhirConfiguration;
import health.vigil.app.problem.Problem;
import health.vigil.app.problem.ProblemException;
import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Reads no more of a body than is accepted, whether or not the client says how long it is. */
@Provider
class BodyLimit implements ReaderInterceptor {
  private final Instance<HttpConfiguration> configuration;
  private final Instance<FhirConfiguration> fhir;
  private final UriInfo uri;

  /** Made before the configuration can be read. */
  BodyLimit(
      Instance<HttpConfiguration> configuration, Instance<FhirConfiguration> fhir, UriInfo uri) {
    this.configuration = configuration;
    this.fhir = fhir;
    this.uri = uri;
  }

  @Override
  public @Nullable Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
    long longest = longest();
    String length = context.getHeaders().getFirst(HttpHeaders.CONTENT_LENGTH);
    if (length != null && (length.length() > 18 || Long.parseLong(length) > longest)) {
      throw tooLarge();
    }
    context.setInputStream(new Limited(context.getInputStream(), longest));
    return context.proceed();
  }

  private long longest() {
    String path = uri.getPath();
    return (IngestRequest.isFhir(path)
            ? fhir.get().maxBodySize()
            : configuration.get().maxBodySize())
        .asLongValue();
  }

  private static ProblemException tooLarge() {
    return new ProblemException(Problem.of(413, "body-too-large", "The body is too large"));
  }

  private static final class Limited extends FilterInputStream {
    private long left;

    Limited(InputStream body, long longest) {
      super(body);
      this.left = longest;
    }

    @Override
    public int read() throws IOException {
      int next = super.read();
      count(next < 0 ? 0 : 1);
      return next;
    }

    @Override
    public int read(byte[] into, int from, int most) throws IOException {
      int read = super.read(into, from, most);
      count(Math.max(read, 0));
      return read;
    }

    private void count(int read) {
      left -= read;
      if (left < 0) {
        throw tooLarge();
      }
    }
  }
}
