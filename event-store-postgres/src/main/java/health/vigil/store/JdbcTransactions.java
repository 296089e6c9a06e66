package health.vigil.store;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.jdbc.JdbcException;
import org.axonframework.common.transaction.Transaction;
import org.axonframework.common.transaction.TransactionManager;
import org.jspecify.annotations.Nullable;

/**
 * Transactions bound to threads, for the store without a transaction monitor.
 *
 * <p>A transaction started within another joins it. Outside of one, every statement commits by
 * itself.
 */
public final class JdbcTransactions implements TransactionManager, ConnectionProvider {

  private final DataSource dataSource;

  // Not static: a thread may be in transactions of two databases.
  @SuppressWarnings("ThreadLocalUsage")
  private final ThreadLocal<@Nullable Open> current = new ThreadLocal<>();

  public JdbcTransactions(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  DataSource dataSource() {
    return dataSource;
  }

  /** Within a transaction its connection, which stays open when it is closed. */
  @Override
  public Connection getConnection() throws SQLException {
    Open open = current.get();
    return open == null ? dataSource.getConnection() : open.shared();
  }

  @Override
  public Transaction startTransaction() {
    Open open = current.get();
    if (open != null) {
      return new Joined(open);
    }
    try {
      Open started = new Open(begun());
      current.set(started);
      return started;
    } catch (SQLException e) {
      throw new JdbcException("No transaction could be started", e);
    }
  }

  private Connection begun() throws SQLException {
    Connection connection = dataSource.getConnection();
    try {
      connection.setAutoCommit(false);
      return connection;
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }

  private final class Open implements Transaction {

    private final Connection connection;
    private boolean doomed;

    Open(Connection connection) {
      this.connection = connection;
    }

    @Override
    public void commit() {
      if (doomed) {
        rollback();
        throw new JdbcException("The transaction was rolled back by a part of it", null);
      }
      end(Connection::commit);
    }

    @Override
    public void rollback() {
      end(Open::rollbackIfPossible);
    }

    /** A connection that is lost has rolled back by itself; why it was lost is told elsewhere. */
    private static void rollbackIfPossible(Connection connection) throws SQLException {
      if (connection.isValid(1)) {
        connection.rollback();
      }
    }

    private void end(Ending ending) {
      if (current.get() != this) {
        return;
      }
      current.remove();
      try (connection) {
        ending.apply(connection);
      } catch (SQLException e) {
        throw new JdbcException("The transaction could not be ended", e);
      }
    }

    Connection shared() {
      return (Connection)
          Proxy.newProxyInstance(
              Connection.class.getClassLoader(),
              new Class<?>[] {Connection.class},
              (proxy, method, arguments) -> call(method, arguments));
    }

    private @Nullable Object call(Method method, Object @Nullable [] arguments) throws Throwable {
      if (method.getName().equals("close")) {
        return null;
      }
      try {
        return method.invoke(connection, arguments);
      } catch (InvocationTargetException e) {
        throw e.getCause() == null ? e : e.getCause();
      }
    }
  }

  private record Joined(Open open) implements Transaction {

    @Override
    public void commit() {
      // the outer transaction does
    }

    @Override
    public void rollback() {
      open.doomed = true;
    }
  }

  private interface Ending {
    void apply(Connection connection) throws SQLException;
  }
}
