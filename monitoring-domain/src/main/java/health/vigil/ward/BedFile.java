package health.vigil.ward;

import health.vigil.patient.PatientId;
import health.vigil.stay.StayId;
import java.time.Instant;
import java.util.Comparator;
import java.util.stream.Stream;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;

/**
 * What other features may do with beds, within the unit of work of a command: all of it is one
 * append. A bed needs no set-up: it exists from its first patient on. Where two beds are concerned,
 * they are locked in the order of their ids.
 */
public final class BedFile {
  private final Repository<Bed> beds;

  public BedFile(Repository<Bed> beds) {
    this.beds = beds;
  }

  /** Who lies, or is to lie, in a bed. */
  public record Occupant(StayId stay, PatientId patient) {}

  /** Refused as a conflict {@code bed-taken}. */
  public void occupy(BedId bed, Occupant occupant, Instant at) {
    load(bed).execute(free -> free.occupy(bed, occupant.stay(), occupant.patient(), at));
  }

  /** Frees a bed that {@code occupant} lies in. */
  public void vacate(BedId bed, Occupant occupant, Instant at) {
    load(bed).execute(taken -> taken.vacate(occupant.stay(), occupant.patient(), at));
  }

  /** Refused as a conflict {@code bed-taken}; the bed left is free afterwards. */
  public void move(Occupant occupant, BedId from, BedId to, Instant at) {
    lockSorted(from, to);
    vacate(from, occupant, at);
    occupy(to, occupant, at);
  }

  /** Two patients change beds; nobody else can take either in between. */
  public void swap(BedId bed, Occupant occupant, BedId otherBed, Occupant other, Instant at) {
    lockSorted(bed, otherBed);
    vacate(bed, occupant, at);
    vacate(otherBed, other, at);
    occupy(bed, other, at);
    occupy(otherBed, occupant, at);
  }

  /** What is loaded stays loaded and locked until the unit of work ends. */
  private void lockSorted(BedId one, BedId other) {
    Stream.of(one, other).sorted(Comparator.comparing(BedId::value)).forEach(this::load);
  }

  private Aggregate<Bed> load(BedId bed) {
    try {
      return beds.loadOrCreate(bed.value(), Bed::new);
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException("a bed could not be created", e);
    }
  }
}
