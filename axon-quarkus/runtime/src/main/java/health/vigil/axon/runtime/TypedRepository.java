package health.vigil.axon.runtime;

import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.axonframework.config.Configuration;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.ScopeDescriptor;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;

/** The repository of one aggregate type; asks Axon for it only when it is used. */
final class TypedRepository<A> implements Repository<A> {

  private final Supplier<Repository<A>> repository;

  TypedRepository(Class<A> type, Configuration axon) {
    this.repository = () -> axon.repository(type);
  }

  @Override
  public Aggregate<A> load(String aggregateIdentifier) {
    return repository.get().load(aggregateIdentifier);
  }

  @Override
  @Deprecated
  public Aggregate<A> load(String aggregateIdentifier, Long expectedVersion) {
    return repository.get().load(aggregateIdentifier, expectedVersion);
  }

  @Override
  public Aggregate<A> newInstance(Callable<A> factory) throws Exception {
    return repository.get().newInstance(factory);
  }

  @Override
  public Aggregate<A> newInstance(Callable<A> factory, Consumer<Aggregate<A>> initializer)
      throws Exception {
    return repository.get().newInstance(factory, initializer);
  }

  @Override
  public Aggregate<A> loadOrCreate(String aggregateIdentifier, Callable<A> factory)
      throws Exception {
    return repository.get().loadOrCreate(aggregateIdentifier, factory);
  }

  @Override
  public void send(Message<?> message, ScopeDescriptor scope) throws Exception {
    repository.get().send(message, scope);
  }

  @Override
  public boolean canResolve(ScopeDescriptor scope) {
    return repository.get().canResolve(scope);
  }
}
