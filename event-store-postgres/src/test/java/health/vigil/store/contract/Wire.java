package health.vigil.store.contract;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;

/** One end of a connection, spoken to in messages. */
final class Wire {

  private final Socket socket;
  private final DataInputStream input;
  private final OutputStream output;

  Wire(Socket socket) throws IOException {
    this.socket = socket;
    socket.setTcpNoDelay(true);
    this.input = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
    this.output = new BufferedOutputStream(socket.getOutputStream());
  }

  Message first() throws IOException {
    return Message.first(input);
  }

  Message next() throws IOException {
    return Message.next(input);
  }

  /** Goes out at once when nothing else is about to follow it. */
  void send(Message message, Wire from) throws IOException {
    output.write(message.bytes());
    if (from.input.available() == 0) {
      output.flush();
    }
  }

  void sendNow(Message message) throws IOException {
    output.write(message.bytes());
    output.flush();
  }

  void sendHalf(Message message) throws IOException {
    output.write(message.bytes(), 0, message.bytes().length / 2);
    output.flush();
  }

  void flush() throws IOException {
    output.flush();
  }

  void cut() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
