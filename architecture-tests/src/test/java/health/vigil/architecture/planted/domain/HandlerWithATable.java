package health.vigil.architecture.planted.domain;

import java.sql.Connection;
import org.axonframework.commandhandling.CommandHandler;

record HandlerWithATable(Connection table) {
  @CommandHandler
  void handle(String command) {
    command.isEmpty();
  }
}
