package health.vigil.app.stream;

import health.vigil.app.security.Wards;
import health.vigil.store.EventLog;
import health.vigil.ward.WardId;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseHeader;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/stream")
@Tag(name = "Stream")
class StreamResource {
  private final LiveStreams streams;
  private final StreamBounds bounds;
  private final EventLog log;
  private final Sse sse;

  StreamResource(LiveStreams streams, StreamBounds bounds, EventLog log, Sse sse) {
    this.streams = streams;
    this.bounds = bounds;
    this.log = log;
    this.sse = sse;
  }

  @GET
  @Blocking
  @Produces(MediaType.SERVER_SENT_EVENTS)
  @ResponseHeader(name = "Cache-Control", value = "no-cache, no-transform")
  @ResponseHeader(name = "X-Accel-Buffering", value = "no")
  @Operation(
      summary = "The live stream: what happens, as it is recorded",
      description =
          "Server-sent events: id EPOCH-POSITION, event the type, data {position, recordedAt, type,"
              + " revision, subject, payload} with personal data masked. Begins after position, or"
              + " after the Last-Event-ID, which wins, else with what happens next. A heartbeat"
              + " tells how far the stream has got when nothing happens. When the token expires the"
              + " stream ends with a frame expired. Answers 409 other-epoch when the log was"
              + " restored since: read the board again.")
  public Multi<OutboundSseEvent> stream(
      @Parameter(description = "Only what concerns this ward; one of the actor's")
          @QueryParam("ward")
          @Nullable WardId ward,
      @Parameter(description = "A position, or the id of a frame") @QueryParam("position")
          @Nullable String position,
      @Parameter(description = "The id of the last frame that was received")
          @HeaderParam("Last-Event-ID")
          @Nullable String lastEventId,
      @Parameter(
              description =
                  "Of POST /stream/tickets, in place of a token, for a client that can send no"
                      + " header")
          @QueryParam("ticket")
          @Nullable String ticket) {
    Wards wards = bounds.wards(ward, ticket);
    StreamPosition newest = new StreamPosition(log.epoch(), log.head());
    StreamPosition from = from(position, lastEventId, newest);
    return streams
        .open(new LogFollower.Walk(from.position(), wards, bounds.until()))
        .map(frame -> event(frame, newest.at(frame.position())));
  }

  private static StreamPosition from(
      @Nullable String position, @Nullable String lastEventId, StreamPosition newest) {
    if (lastEventId != null && !lastEventId.isBlank()) {
      return StreamPosition.parse("Last-Event-ID", lastEventId.strip(), newest);
    }
    return position == null ? newest : StreamPosition.parse("position", position, newest);
  }

  private OutboundSseEvent event(Frame frame, StreamPosition id) {
    return sse.newEventBuilder()
        .id(id.toString())
        .name(frame.name())
        .data(String.class, frame.data())
        .build();
  }
}
