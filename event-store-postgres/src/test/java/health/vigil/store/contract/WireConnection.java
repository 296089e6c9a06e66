package health.vigil.store.contract;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/** A writer's connection, passed on message by message until a fault strikes. */
final class WireConnection {

  private static final char SYNC = 'S';
  private static final char AUTHENTICATION = 'R';
  private static final char DATA_ROW = 'D';
  private static final char READY = 'Z';

  private final WireProxy proxy;
  private final Wire client;
  private final Wire server;
  private final boolean isLoginCut;
  private final AppendSpotter appends = new AppendSpotter();
  private final List<Message> late = new ArrayList<>();
  private final CountDownLatch over = new CountDownLatch(1);
  private volatile @Nullable Fault fault;

  WireConnection(WireProxy proxy, Wire client, Wire server, boolean isLoginCut) {
    this.proxy = proxy;
    this.client = client;
    this.server = server;
    this.isLoginCut = isLoginCut;
  }

  void start() {
    run("proxy-requests", this::requests);
    run("proxy-answers", this::answers);
  }

  private void run(String name, Pump pump) {
    Thread thread =
        new Thread(
            () -> {
              try {
                pump.run();
              } catch (IOException e) {
                ended();
              }
            },
            name);
    thread.setDaemon(true);
    thread.start();
  }

  /** When one end hangs up so does the other, unless a fault keeps it for later. */
  private void ended() {
    if (fault == null) {
      cut();
    }
  }

  private void requests() throws IOException {
    server.send(client.first(), client);
    while (true) {
      Message message = client.next();
      boolean isAppend = appends.isAppend(message);
      if (fault == null && isAppend) {
        fault = proxy.strike();
      }
      Fault struck = fault;
      if (struck == null || struck.letsTheRequestThrough()) {
        server.send(message, client);
      }
      if (struck != null) {
        strikeRequest(struck, message);
      }
    }
  }

  private void strikeRequest(Fault struck, Message message) throws IOException {
    boolean isAllThere = message.type() == SYNC;
    switch (struck) {
      case CUT_BEFORE_POSTGRES_HAS_THE_REQUEST,
          CUT_AND_NO_CONNECTION,
          CUT_AND_NO_LOGIN,
          CUT_AND_SILENCE_AT_LOGIN ->
          cut();
      case CUT_WHEN_POSTGRES_HAS_THE_REQUEST, CUT_WITH_THE_REQUEST_THERE_AND_NO_LOGIN -> {
        if (isAllThere) {
          server.flush();
          cut();
        }
      }
      case CUT_BEFORE_THE_ANSWER -> {
        if (isAllThere) {
          server.flush();
          client.cut();
        }
      }
      case CUT_AND_THE_REQUEST_COMES_LATE -> {
        late.add(message);
        if (isAllThere) {
          client.cut();
        }
      }
      default -> {
        // the answer is hurt, or there is only silence
      }
    }
  }

  private void answers() throws IOException {
    try {
      while (true) {
        Message message = server.next();
        if (isLoginCut && message.type() == AUTHENTICATION) {
          cut();
        } else if (isPassedOn(message)) {
          client.send(message, server);
        }
        if (fault != null && message.type() == READY) {
          over.countDown();
        }
      }
    } finally {
      over.countDown();
    }
  }

  private boolean isPassedOn(Message message) throws IOException {
    Fault struck = fault;
    if (struck == Fault.CUT_IN_THE_MIDDLE_OF_THE_ANSWER && message.type() == DATA_ROW) {
      client.sendHalf(message);
      cut();
      return false;
    }
    if (struck == Fault.CUT_BEFORE_READY && message.type() == READY) {
      client.flush();
      cut();
      return false;
    }
    return struck == null
        || struck == Fault.CUT_IN_THE_MIDDLE_OF_THE_ANSWER
        || struck == Fault.CUT_BEFORE_READY;
  }

  /** Sends on what was kept back, and waits for PostgreSQL's answer or the connection's end. */
  void deliver() throws InterruptedException {
    if (late.isEmpty()) {
      return;
    }
    try {
      for (Message message : late) {
        server.sendNow(message);
      }
    } catch (IOException endedAlready) {
      return;
    }
    over.await();
  }

  void cut() {
    client.cut();
    server.cut();
  }

  private interface Pump {
    void run() throws IOException;
  }
}
