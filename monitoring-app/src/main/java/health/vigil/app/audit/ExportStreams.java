package health.vigil.app.audit;

import health.vigil.app.audit.AuditPlaces.Place;
import health.vigil.app.log.SignedLog;
import health.vigil.audit.LogPart;
import health.vigil.store.export.ExportPages;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.Optional;

/**
 * Events on their way to a client, a page at a time: the next is read when the one before has been
 * taken. While a client takes its time it has neither a thread nor a connection to the database.
 */
@Singleton
class ExportStreams {
  private final SignedLog log;
  private final AuditPlaces places;

  ExportStreams(SignedLog log, AuditPlaces places) {
    this.log = log;
    this.places = places;
  }

  /**
   * Whole lines, each part of the stream without the line feed at its end. It begins when it is
   * subscribed to, which whoever asks for it does once.
   *
   * @throws health.vigil.app.problem.ProblemException 503 when there are as many as allowed
   */
  Multi<byte[]> of(LogPart part) {
    Place place = places.take();
    return Multi.createBy()
        .repeating()
        .uni(() -> log.pages(part.first(), part.last()), ExportStreams::next)
        .until(Optional::isEmpty)
        .map(Optional::get)
        .select()
        .where(lines -> lines.length > 0)
        .onTermination()
        .invoke(place::leave);
  }

  /** Empty at the end. */
  private static Uni<Optional<byte[]>> next(ExportPages pages) {
    return Uni.createFrom()
        .item(() -> pages.hasNext() ? Optional.of(open(pages.next())) : Optional.<byte[]>empty())
        .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
  }

  private static byte[] open(byte[] lines) {
    return Arrays.copyOf(lines, Math.max(0, lines.length - 1));
  }
}
