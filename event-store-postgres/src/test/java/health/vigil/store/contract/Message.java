package health.vigil.store.contract;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * A message of PostgreSQL's protocol 3: a letter, a length, a body. The first one of a connection
 * has no letter.
 */
record Message(char type, byte[] bytes) {

  static final char START = ' ';
  private static final int HEAD = 5;

  static Message first(DataInputStream from) throws IOException {
    int length = from.readInt();
    ByteBuffer whole = ByteBuffer.allocate(length).putInt(length);
    from.readFully(whole.array(), Integer.BYTES, length - Integer.BYTES);
    return new Message(START, whole.array());
  }

  static Message next(DataInputStream from) throws IOException {
    byte type = from.readByte();
    int length = from.readInt();
    ByteBuffer whole = ByteBuffer.allocate(length + 1).put(type).putInt(length);
    from.readFully(whole.array(), HEAD, length - Integer.BYTES);
    return new Message((char) type, whole.array());
  }

  /** One of the texts, each ended by a zero, with which a body begins. */
  String text(int number) {
    int begin = HEAD;
    for (int skipped = 0; skipped < number; skipped++) {
      begin = end(begin) + 1;
    }
    return new String(bytes, begin, end(begin) - begin, StandardCharsets.UTF_8);
  }

  private int end(int begin) {
    int end = begin;
    while (bytes[end] != 0) {
      end++;
    }
    return end;
  }
}
