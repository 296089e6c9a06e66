package health.vigil.app;

import io.restassured.filter.Filter;
import io.restassured.filter.FilterContext;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;

/** Gives a request that says not who asks the token of somebody who may do everything. */
final class BearsToken implements Filter {
  private static final String HEADER = "Authorization";

  @Override
  public Response filter(
      FilterableRequestSpecification request,
      FilterableResponseSpecification expected,
      FilterContext context) {
    if (!request.getHeaders().hasHeaderWithName(HEADER)) {
      request.header(HEADER, Tokens.bearer(Tokens.ofEverybody()));
    }
    return context.next(request, expected);
  }
}
