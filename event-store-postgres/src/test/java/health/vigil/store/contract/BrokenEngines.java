package health.vigil.store.contract;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.jspecify.annotations.Nullable;

/** Engines that append in a way that one might think of, and must not. */
final class BrokenEngines {

  private BrokenEngines() {}

  static EventStorageEngine hasty(EventStorageEngine engine) {
    ExecutorService later = Executors.newCachedThreadPool(BrokenEngines::daemon);
    return appending(
        engine,
        events ->
            later.execute(
                () -> {
                  try {
                    engine.appendEvents(events);
                  } catch (RuntimeException nobodyIsLeftToTell) {
                    return;
                  }
                }));
  }

  static EventStorageEngine blind(EventStorageEngine engine) {
    return appending(
        engine,
        events -> {
          try {
            engine.appendEvents(events);
          } catch (EventStoreException e) {
            untilItSucceeds(engine, events);
          }
        });
  }

  private static void untilItSucceeds(
      EventStorageEngine engine, List<? extends EventMessage<?>> events) {
    while (true) {
      try {
        engine.appendEvents(anew(engine, events));
        return;
      } catch (EventStoreException e) {
        continue;
      }
    }
  }

  private static List<EventMessage<?>> anew(
      EventStorageEngine engine, List<? extends EventMessage<?>> events) {
    Map<String, Long> next = new HashMap<>();
    List<EventMessage<?>> others = new ArrayList<>();
    for (EventMessage<?> event : events) {
      DomainEventMessage<?> domain = (DomainEventMessage<?>) event;
      String stream = domain.getAggregateIdentifier();
      long sequence =
          next.computeIfAbsent(stream, name -> engine.lastSequenceNumberFor(name).orElse(-1L) + 1);
      next.put(stream, sequence + 1);
      others.add(
          new GenericDomainEventMessage<>(
              domain.getType(),
              stream,
              sequence,
              domain.getPayload(),
              domain.getMetaData(),
              UUID.randomUUID().toString(),
              domain.getTimestamp()));
    }
    return others;
  }

  static EventStorageEngine silent(EventStorageEngine engine) {
    return appending(
        engine,
        events -> {
          try {
            engine.appendEvents(events);
          } catch (EventStoreException e) {
            return;
          }
        });
  }

  static EventStorageEngine forgetful(EventStorageEngine engine) {
    ExecutorService one = Executors.newSingleThreadExecutor(BrokenEngines::daemon);
    ConcurrentLinkedQueue<Waiting> queue = new ConcurrentLinkedQueue<>();
    return appending(
        engine,
        events -> {
          Waiting waiting = new Waiting(events, new CompletableFuture<>());
          queue.add(waiting);
          one.execute(() -> writeNext(engine, queue));
          waiting.answer.join();
        });
  }

  private record Waiting(
      List<? extends EventMessage<?>> events, CompletableFuture<@Nullable Void> answer) {}

  private static void writeNext(EventStorageEngine engine, ConcurrentLinkedQueue<Waiting> queue) {
    Waiting next = queue.poll();
    if (next == null) {
      return;
    }
    try {
      engine.appendEvents(next.events);
      next.answer.complete(null);
    } catch (EventStoreException e) {
      queue.clear();
    } catch (RuntimeException conflict) {
      next.answer.completeExceptionally(conflict);
    }
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "broken-engine");
    thread.setDaemon(true);
    return thread;
  }

  private static EventStorageEngine appending(
      EventStorageEngine engine, Consumer<List<? extends EventMessage<?>>> append) {
    return (EventStorageEngine)
        Proxy.newProxyInstance(
            EventStorageEngine.class.getClassLoader(),
            new Class<?>[] {EventStorageEngine.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("appendEvents")) {
                append.accept(events(arguments[0]));
                return null;
              }
              try {
                return method.invoke(engine, arguments);
              } catch (InvocationTargetException e) {
                throw e.getTargetException();
              }
            });
  }

  private static List<? extends EventMessage<?>> events(Object given) {
    List<EventMessage<?>> events = new ArrayList<>();
    if (given instanceof EventMessage<?>[] some) {
      events.addAll(List.of(some));
    } else if (given instanceof List<?> some) {
      some.forEach(event -> events.add((EventMessage<?>) event));
    }
    return events;
  }
}
