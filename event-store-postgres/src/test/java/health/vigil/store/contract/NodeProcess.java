package health.vigil.store.contract;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;

/**
 * A node in a process of its own: writers and readers. It is given its orders by the first line of
 * its input, tells its ledger line by line, says when its writers are done, and then, told how many
 * events there are, what its readers have seen of them.
 */
final class NodeProcess {

  static final String WRITTEN = "WRITTEN";
  static final String SEEN = "SEEN ";

  private NodeProcess() {}

  public static void main(String[] arguments)
      throws IOException, InterruptedException, ExecutionException {
    BufferedReader input =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    Orders orders = Orders.parse(input.readLine());
    try (Node node = Node.at(orders.address(), orders.subject());
        Crowd crowd = new Crowd(orders.subject())) {
      crowd.follow(node);
      crowd.write(writers(orders, node.caller(new Ledger(NodeProcess::say))), orders.appends());
      say(WRITTEN);
      long events = Long.parseLong(input.readLine());
      crowd.seen(events).forEach(seen -> say(SEEN + seen));
    }
  }

  private static List<Writer> writers(Orders orders, Caller caller) {
    List<Writer> writers = new ArrayList<>();
    for (int number = 0; number < orders.writers(); number++) {
      writers.add(new Writer(orders.name() + "w" + number, caller, Suites.SEED));
    }
    return writers;
  }

  @SuppressWarnings("SystemOut")
  private static void say(String line) {
    System.out.println(line);
    System.out.flush();
  }
}
