package health.vigil.axon.command;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The result of a command that knows whether anybody looked at its failure: through this future or
 * through one that was derived from it.
 */
final class WatchedResult<R> extends CompletableFuture<R> {

  private final AtomicBoolean seen;

  WatchedResult() {
    this(new AtomicBoolean());
  }

  private WatchedResult(AtomicBoolean seen) {
    this.seen = seen;
  }

  boolean isSeen() {
    return seen.get();
  }

  @Override
  public <U> CompletableFuture<U> newIncompleteFuture() {
    return new WatchedResult<>(seen);
  }

  @Override
  public R get() throws InterruptedException, ExecutionException {
    seen.set(true);
    return super.get();
  }

  @Override
  public R get(long timeout, TimeUnit unit)
      throws InterruptedException, ExecutionException, TimeoutException {
    seen.set(true);
    return super.get(timeout, unit);
  }

  @Override
  public R join() throws CancellationException {
    seen.set(true);
    return super.join();
  }

  @Override
  public R getNow(R valueIfAbsent) {
    seen.set(true);
    return super.getNow(valueIfAbsent);
  }

  @Override
  public boolean isCompletedExceptionally() {
    seen.set(true);
    return super.isCompletedExceptionally();
  }

  @Override
  public <U> CompletableFuture<U> handle(
      BiFunction<? super R, @Nullable Throwable, ? extends U> fn) {
    seen.set(true);
    return super.handle(fn);
  }

  @Override
  public <U> CompletableFuture<U> handleAsync(
      BiFunction<? super R, @Nullable Throwable, ? extends U> fn) {
    seen.set(true);
    return super.handleAsync(fn);
  }

  @Override
  public <U> CompletableFuture<U> handleAsync(
      BiFunction<? super R, @Nullable Throwable, ? extends U> fn, Executor executor) {
    seen.set(true);
    return super.handleAsync(fn, executor);
  }

  @Override
  public CompletableFuture<R> whenComplete(
      BiConsumer<? super R, ? super @Nullable Throwable> action) {
    seen.set(true);
    return super.whenComplete(action);
  }

  @Override
  public CompletableFuture<R> whenCompleteAsync(
      BiConsumer<? super R, ? super @Nullable Throwable> action) {
    seen.set(true);
    return super.whenCompleteAsync(action);
  }

  @Override
  public CompletableFuture<R> exceptionally(Function<Throwable, ? extends R> fn) {
    seen.set(true);
    return super.exceptionally(fn);
  }
}
