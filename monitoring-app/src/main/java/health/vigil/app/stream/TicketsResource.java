package health.vigil.app.stream;

import health.vigil.app.problem.Fields;
import health.vigil.app.security.Permitted;
import health.vigil.ward.WardId;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/stream/tickets")
@Tag(name = "Stream")
class TicketsResource {
  private final StreamTickets tickets;
  private final Permitted permitted;

  TicketsResource(StreamTickets tickets, Permitted permitted) {
    this.tickets = tickets;
    this.permitted = permitted;
  }

  @POST
  @Operation(
      summary = "A ticket for the stream",
      description =
          "For clients that can send no header with it, such as a browser's EventSource. It is good"
              + " for half a minute, to open streams of this ward or these wards on the bearer's"
              + " behalf. Records nothing.")
  public TicketAnswer ticket(@Nullable TicketRequest request) {
    WardId ward = request == null ? null : ward(request);
    if (ward != null) {
      permitted.requireIn(ward);
    }
    Ticket ticket = tickets.issue(permitted.actor(ward), ward);
    return new TicketAnswer(tickets.text(ticket), ticket.expiresAt(), ticket.actor().until());
  }

  private static @Nullable WardId ward(TicketRequest request) {
    Fields fields = new Fields();
    WardId ward = fields.convert("ward", request.ward(), WardId::new);
    fields.throwIfAny();
    return ward;
  }
}
