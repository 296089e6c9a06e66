package health.vigil.projection;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;

/**
 * How far a read model has come in the log. It is written in the transaction that writes the rows:
 * whoever reads it together with the rows, or before them, and follows the log from there, misses
 * nothing.
 */
@Entity
@Table(name = "projection_progress")
public class Progress extends PanacheEntityBase {
  /** The position before the first event. */
  public static final long NOTHING_YET = -1;

  private static final String RESOURCE = "progress:";

  @Id String projection;

  @Column(nullable = false)
  long position = NOTHING_YET;

  protected Progress() {}

  private Progress(String projection) {
    this.projection = projection;
  }

  /**
   * Notes that {@code projection} has handled the event at {@code token}; in the transaction of its
   * batch.
   *
   * @return the position of the event
   */
  public static long reached(String projection, TrackingToken token) {
    long position = token.position().orElseThrow();
    Progress progress = ofBatch(projection);
    // An event that was parked and is retried lies behind what has been handled since.
    progress.position = Math.max(progress.position, position);
    return position;
  }

  /** The position of the last event handled, {@link #NOTHING_YET} before the first. */
  public static long position(String projection) {
    Progress progress = findById(projection);
    return progress == null ? NOTHING_YET : progress.position;
  }

  /** Looked up once a batch, in whose transaction it is managed. */
  private static Progress ofBatch(String projection) {
    return CurrentUnitOfWork.map(
            unit ->
                unit.root()
                    .<Progress>getOrComputeResource(RESOURCE + projection, once -> of(projection)))
        .orElseGet(() -> of(projection));
  }

  private static Progress of(String projection) {
    Progress known = findById(projection);
    if (known != null) {
      return known;
    }
    Progress created = new Progress(projection);
    created.persist();
    return created;
  }
}
