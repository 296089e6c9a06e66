package health.vigil.app.limit;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.impl.RoutingContextInternal;
import org.jspecify.annotations.Nullable;

/** One body on its way in. Everything happens on the request's event loop. */
final class IncomingBody {
  private final RoutingContext context;
  private final HttpServerRequest request;
  private final long longest;
  private final BodyIntake intake;
  private final Buffer body = Buffer.buffer();
  private final boolean inFrames;
  private final long length;
  private long timer;
  private boolean over;

  IncomingBody(RoutingContext context, long longest, BodyIntake intake) {
    this.context = context;
    this.request = context.request();
    this.longest = longest;
    this.intake = intake;
    this.inFrames = request.version() == HttpVersion.HTTP_2;
    this.length = said(request.getHeader(HttpHeaders.CONTENT_LENGTH));
  }

  void begin() {
    if (length > longest || length == 0) {
      context.next();
    } else if (inFrames && length < 0) {
      endWhenLate();
      context.next();
    } else {
      takeIn();
    }
  }

  /**
   * Over HTTP/2 the framework can not be handed a request that has ended already, and only the
   * length tells that the end is about to come: one that has none is read as it comes, for as long.
   */
  private void endWhenLate() {
    timer =
        context
            .vertx()
            .setTimer(
                intake.patience().toMillis(),
                late -> {
                  if (!request.isEnded()) {
                    request.response().reset();
                  }
                });
    context.addEndHandler(ended -> end());
  }

  private void takeIn() {
    timer = context.vertx().setTimer(intake.patience().toMillis(), late -> isLate());
    context.addEndHandler(ended -> intake.release(body.length()));
    request.exceptionHandler(gone -> end());
    request.handler(this::take);
    request.endHandler(whole -> goOn());
    if ("100-continue".equalsIgnoreCase(request.getHeader(HttpHeaders.EXPECT))) {
      request.response().writeContinue();
    }
    request.resume();
  }

  /** What is too long is refused by its length alone, unread. */
  private static long said(@Nullable String length) {
    if (length == null) {
      return -1;
    }
    return length.length() > 18 ? Long.MAX_VALUE : Long.parseLong(length);
  }

  private void take(Buffer piece) {
    if (over) {
      return;
    }
    if (!intake.hold(piece.length())) {
      refuse(() -> intake.refuseMore(context));
      return;
    }
    body.appendBuffer(piece);
    if (body.length() > longest) {
      closeAfterAnswer();
      goOn();
    } else if (inFrames && body.length() == length) {
      request.pause();
      goOn();
    }
  }

  private void goOn() {
    if (end()) {
      ((RoutingContextInternal) context).setBody(body);
      context.next();
    }
  }

  private void isLate() {
    refuse(() -> intake.refuseLate(context));
  }

  private void refuse(Runnable answer) {
    if (end()) {
      closeAfterAnswer();
      answer.run();
    }
  }

  private boolean end() {
    if (over) {
      return false;
    }
    over = true;
    context.vertx().cancelTimer(timer);
    return true;
  }

  /** The rest of the body is in the way of what the client may send after it. */
  private void closeAfterAnswer() {
    if (!inFrames) {
      request.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
    }
  }
}
