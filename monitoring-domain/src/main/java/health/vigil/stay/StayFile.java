package health.vigil.stay;

import health.vigil.ward.BedId;
import org.axonframework.modelling.command.Repository;

/** What other features may read of a stay, within the unit of work of a command. */
public final class StayFile {
  private final Repository<Stay> stays;

  public StayFile(Repository<Stay> stays) {
    this.stays = stays;
  }

  /** The bed of a stay that there is; the last one when it is over. */
  public BedId bedOf(StayId stay) {
    return stays.load(stay.value()).invoke(Stay::bed);
  }
}
