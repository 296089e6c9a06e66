package health.vigil.architecture.planted.domain;

import java.sql.Connection;
import org.axonframework.commandhandling.CommandHandler;

record HandlerWithATable(Connection table) {
  @CommandHandler
  String handle(String command) {
    return command;
  }
}
