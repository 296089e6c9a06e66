package health.vigil.axon.processor;

import java.util.List;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;

/** The gates of one processing group; each is passed once a batch. */
record Gates(String group, List<Gate> all) {

  private static final String PASSED = Gates.class.getName() + "/";

  Gates {
    all = List.copyOf(all);
  }

  void pass() {
    if (!all.isEmpty()) {
      CurrentUnitOfWork.get().root().getOrComputeResource(PASSED + group, once -> entered());
    }
  }

  private boolean entered() {
    all.forEach(gate -> gate.enter(group));
    return true;
  }
}
