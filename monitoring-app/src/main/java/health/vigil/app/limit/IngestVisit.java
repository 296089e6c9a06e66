package health.vigil.app.limit;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * One request at the gate. It keeps its place until the exchange is over and the work on it too: a
 * client that goes away early does not stop the work, so its place is not free yet.
 */
final class IngestVisit implements Gate.Visitor {
  private static final String KEY = IngestVisit.class.getName();

  private final RoutingContext request;
  private final Context eventLoop;
  private final IngestAnswers answers;
  private final Gate.Visit visit;
  private final AtomicInteger holders = new AtomicInteger(1);

  private IngestVisit(
      RoutingContext request, Context eventLoop, IngestAnswers answers, Gate gate, int places) {
    this.request = request;
    this.eventLoop = eventLoop;
    this.answers = answers;
    this.visit = gate.visit(places, this);
  }

  /** The request goes on or is refused, now or later, always on its own event loop. */
  static void begin(
      RoutingContext request, Context eventLoop, IngestAnswers answers, Gate gate, int places) {
    IngestVisit visit = new IngestVisit(request, eventLoop, answers, gate, places);
    request.put(KEY, visit);
    request.addEndHandler(over -> visit.release());
    visit.visit.begin();
  }

  /** That of the request, null when the request needs none. */
  static @Nullable IngestVisit of(RoutingContext request) {
    return request.get(KEY);
  }

  /** Work on the request begins; {@link #release} says when it is over. */
  void hold() {
    holders.incrementAndGet();
  }

  void release() {
    if (holders.decrementAndGet() == 0) {
      visit.over();
    }
  }

  @Override
  public void enter() {
    answers.admitted();
    onEventLoop(this::goOn);
  }

  @Override
  public void turnAway(Gate.Reason reason) {
    onEventLoop(() -> answers.refuse(request, reason));
  }

  private void onEventLoop(Runnable step) {
    if (Vertx.currentContext() == eventLoop) {
      step.run();
    } else {
      eventLoop.runOnContext(now -> step.run());
    }
  }

  private void goOn() {
    if (!request.response().closed()) {
      request.next();
    }
  }
}
