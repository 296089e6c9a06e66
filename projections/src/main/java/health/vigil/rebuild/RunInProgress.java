package health.vigil.rebuild;

/** The read model is being rebuilt or verified already, here or on another node. */
public class RunInProgress extends RuntimeException {
  private static final long serialVersionUID = 1L;

  RunInProgress(String group) {
    super(group + " is being rebuilt or verified already");
  }
}
