package health.vigil.axon.aggregate;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;

/** All aggregates that this process keeps in memory. */
@Singleton
public class KeptAggregates {
  private final List<KeepingRepository<?>> repositories = new CopyOnWriteArrayList<>();

  /** A repository whose aggregates belong to it. */
  public void add(KeepingRepository<?> repository) {
    repositories.add(repository);
  }

  /**
   * Drops those that no unit of work has in hands at the moment; whoever needs one again has it
   * from the log. Nothing that is decided depends on it.
   *
   * @param which is asked of each aggregate's root
   */
  public void forget(Predicate<Object> which) {
    repositories.forEach(repository -> repository.forget(which));
  }
}
