package health.vigil.axon.example;

import health.vigil.axon.example.ParcelEvent.ParcelDelivered;
import health.vigil.axon.example.ParcelEvent.ParcelSent;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.queryhandling.QueryHandler;

/** A read model in a table; labels are unique, which the database checks at commit. */
@ProcessingGroup("parcel-shelf")
class ParcelShelf {

  private final DataSource dataSource;

  ParcelShelf(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  @EventHandler
  void on(ParcelSent e, Faults faults, @Audience String audience, Map<String, Integer> tariff)
      throws SQLException {
    faults.at("shelf/" + e.label());
    update(
        "INSERT INTO shelf (parcel, label, note) VALUES (?, ?, ?)",
        e.parcel().value(),
        e.label(),
        audience + " pays " + tariff.get("parcel"));
  }

  @EventHandler
  void on(ParcelDelivered e, Faults faults) throws SQLException {
    faults.at("shelf/delivered/" + e.parcel());
    update("UPDATE shelf SET delivered = true WHERE parcel = ?", e.parcel().value());
  }

  @QueryHandler
  ShelfEntry handle(FindOnShelf query) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement select =
            connection.prepareStatement("SELECT note, delivered FROM shelf WHERE parcel = ?")) {
      select.setString(1, query.parcel().value());
      ResultSet row = select.executeQuery();
      return row.next()
          ? new ShelfEntry(true, row.getString(1), row.getBoolean(2))
          : new ShelfEntry(false, "", false);
    }
  }

  private void update(String sql, String... values) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setString(i + 1, values[i]);
      }
      statement.executeUpdate();
    }
  }
}
