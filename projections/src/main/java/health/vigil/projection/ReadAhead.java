package health.vigil.projection;

import io.quarkus.hibernate.orm.panache.Panache;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.unitofwork.BatchingUnitOfWork;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.jspecify.annotations.Nullable;

/**
 * Reads the rows that a batch of events will touch with one statement instead of one each: they are
 * found by their keys in the transaction's persistence context afterwards.
 */
public final class ReadAhead {
  private ReadAhead() {}

  /**
   * Reads the rows of {@code entity} for all events of the present batch, once a batch; does
   * nothing outside a batch.
   *
   * @param keyOf the key of the row that an event touches, null when it touches none
   */
  public static void of(Class<?> entity, Function<Object, @Nullable String> keyOf) {
    if (CurrentUnitOfWork.isStarted()
        && CurrentUnitOfWork.get().root() instanceof BatchingUnitOfWork<?> batch) {
      // Asked for at each event: to list the messages of the batch each time would take longer than
      // to handle them.
      batch.getOrComputeResource(entity.getName(), once -> read(entity, keys(batch, keyOf)));
    }
  }

  /** None where there is but one event: its row is read when it is asked for. */
  private static List<String> keys(
      BatchingUnitOfWork<?> batch, Function<Object, @Nullable String> keyOf) {
    List<? extends Message<?>> messages = batch.getMessages();
    return (messages.size() > 1 ? messages : List.<Message<?>>of())
        .stream()
            .map(Message::getPayload)
            .<@Nullable String>map(keyOf)
            .filter(Objects::nonNull)
            .distinct()
            .toList();
  }

  private static int read(Class<?> entity, List<String> keys) {
    return keys.isEmpty() ? 0 : Panache.getSession().findMultiple(entity, keys).size();
  }
}
