package health.vigil.app.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;

/** Writes a problem as JSON, whatever media type was asked for, in the form that its path has. */
@Singleton
class ProblemWriter {
  static final int RETRY_AFTER_SECONDS = 1;
  static final int UNAVAILABLE = 503;

  private final ObjectMapper mapper;
  private final List<ProblemForm> forms;

  ProblemWriter(ObjectMapper mapper, @All List<ProblemForm> forms) {
    this.mapper = mapper;
    this.forms = List.copyOf(forms);
  }

  /** A problem as text, and what text it is. */
  record Written(String mediaType, String text) {}

  Response response(Problem problem, String path) {
    Written written = written(problem, path);
    Response.ResponseBuilder response =
        Response.status(problem.status()).type(written.mediaType()).entity(written.text());
    return problem.status() == UNAVAILABLE
        ? response.header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS).build()
        : response.build();
  }

  Written written(Problem problem, String path) {
    for (ProblemForm form : forms) {
      if (form.isUsedAt(path)) {
        return new Written(form.mediaType(), form.text(problem));
      }
    }
    return new Written(Problem.MEDIA_TYPE, json(problem));
  }

  private String json(Problem problem) {
    try {
      return mapper.writeValueAsString(problem);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("a problem can be written", impossible);
    }
  }
}
