package org.shilpi.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// [Statements] on one connection, inside whatever transaction it has open.
record BoundStatements(Connection connection, FreeSpace space) implements Statements {
  @Override
  public <T> List<T> query(String sql, Function<ResultRow, T> row, @Nullable Object... parameters) {
    List<T> rows = new ArrayList<>();
    each(sql, found -> rows.add(row.apply(found)), parameters);
    return rows;
  }

  @Override
  public void each(String sql, Consumer<ResultRow> row, @Nullable Object... parameters) {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      bind(statement, parameters);
      try (ResultSet result = statement.executeQuery()) {
        ResultRow present = new ResultRow(result);
        while (result.next()) {
          row.accept(present);
        }
      }
    } catch (SQLException failure) {
      throw new StoreException(failure);
    }
  }

  @Override
  public int update(String sql, @Nullable Object... parameters) {
    space.require(parameters);
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      bind(statement, parameters);
      return statement.executeUpdate();
    } catch (SQLException failure) {
      throw new StoreException(failure);
    }
  }

  @Override
  public void batch(String sql, List<@Nullable Object[]> rows) {
    if (rows.isEmpty()) {
      return;
    }
    space.require(rows.toArray());
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (@Nullable Object[] row : rows) {
        bind(statement, row);
        statement.addBatch();
      }
      statement.executeBatch();
    } catch (SQLException failure) {
      throw new StoreException(failure);
    }
  }

  private static void bind(PreparedStatement statement, @Nullable Object... parameters)
      throws SQLException {
    for (int i = 0; i < parameters.length; i++) {
      statement.setObject(i + 1, parameters[i]);
    }
  }
}
