package health.vigil.projection.ward;

import health.vigil.projection.ReadAhead;
import health.vigil.ward.BedEvent;
import health.vigil.ward.BedId;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** A bed that is or was occupied; what is shown of its patient follows the stay, not the bed. */
@Entity
@Table(name = "ward_board_bed")
class BoardBed extends PanacheEntityBase {
  @Id public String bed;

  @Column(nullable = false)
  public String ward;

  public @Nullable String stay;

  @Column(nullable = false)
  public long position;

  static BoardBed of(BedId id) {
    ReadAhead.of(BoardBed.class, BoardBed::touchedBy);
    BoardBed known = findById(id.value());
    if (known != null) {
      return known;
    }
    BoardBed created = new BoardBed();
    created.bed = id.value();
    created.ward = id.ward().value();
    created.persist();
    return created;
  }

  private static @Nullable String touchedBy(Object event) {
    return event instanceof BedEvent ofBed ? ofBed.bed().value() : null;
  }
}
