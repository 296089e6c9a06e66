package health.vigil.store.contract;

import java.util.HashSet;
import java.util.Set;

/** Knows an append among the requests of a connection, by whatever name it was prepared. */
final class AppendSpotter {

  private static final String APPEND = "vigil.append";
  private static final char PARSE = 'P';
  private static final char BIND = 'B';

  private final Set<String> statements = new HashSet<>();

  /** Whether an append begins with this message. Has to be asked of every one. */
  boolean isAppend(Message message) {
    if (message.type() == PARSE && message.text(1).contains(APPEND)) {
      statements.add(message.text(0));
    } else if (message.type() == PARSE) {
      statements.remove(message.text(0));
    }
    return message.type() == BIND && statements.contains(message.text(1));
  }
}
