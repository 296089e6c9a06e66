package health.vigil.rebuild;

/** The rows are of a newer version of the read model than this node's code: it must not write. */
class NewerVersion extends NotReplayable {
  private static final long serialVersionUID = 1L;

  NewerVersion(String group, int stored, int ours) {
    super(group + " is at version " + stored + ", and this node only knows version " + ours);
  }
}
