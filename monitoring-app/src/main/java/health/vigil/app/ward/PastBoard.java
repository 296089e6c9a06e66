package health.vigil.app.ward;

import health.vigil.app.past.Past;
import health.vigil.app.past.PastStays;
import health.vigil.app.past.PastStays.Watched;
import health.vigil.projection.ward.FindWardBoard;
import health.vigil.projection.ward.WardBoard;
import health.vigil.store.LogPrefix;
import health.vigil.store.read.PastEvents;
import health.vigil.ward.BedEvent.BedOccupied;
import health.vigil.ward.BedId;
import health.vigil.ward.WardId;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import org.axonframework.eventhandling.TrackedEventMessage;

/** The board of a ward as it was. Of a long log only those are read who lay in the ward then. */
@Singleton
class PastBoard {
  private static final String BOARD = "ward-board";
  private static final String BED = "Bed";

  private final Past past;
  private final PastEvents events;
  private final PastStays stays;

  PastBoard(Past past, PastEvents events, PastStays stays) {
    this.past = past;
    this.events = events;
    this.stays = stays;
  }

  WardBoard at(WardId ward, LogPrefix prefix) {
    // A bed is taken or free by turns: its newest event says who lies in it.
    List<TrackedEventMessage<?>> beds =
        events.newestOfStreams(BED, BedId.beginning(ward), prefix.position());
    return past.of(
        Set.of(BOARD),
        view -> {
          stays.follow(view, BOARD, patients(beds), prefix.position());
          view.take(BOARD, beds);
          return view.ask(new FindWardBoard(ward, prefix.time()), WardBoard.class);
        });
  }

  private static List<Watched> patients(List<TrackedEventMessage<?>> beds) {
    return beds.stream()
        .map(TrackedEventMessage::getPayload)
        .filter(BedOccupied.class::isInstance)
        .map(BedOccupied.class::cast)
        .map(bed -> new Watched(bed.patientId(), bed.stayId()))
        .toList();
  }
}
