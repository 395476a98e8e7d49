package org.shilpi.store;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// SQL with bound parameters: on a [Database] every call stands for itself and is on disk when it
/// returns; inside [Database#transaction] all calls stand or fall together.
///
/// Parameters may be null, strings, numbers, [java.time.Instant], [java.util.UUID] or byte arrays.
public interface Statements {
  /// All rows, in memory.
  <T> List<T> query(String sql, Function<ResultRow, T> row, @Nullable Object... parameters);

  /// Row after row, for what may not fit in memory.
  void each(String sql, Consumer<ResultRow> row, @Nullable Object... parameters);

  /// @return how many rows changed
  int update(String sql, @Nullable Object... parameters);

  /// The same statement for many rows of parameters, in one transaction.
  void batch(String sql, List<@Nullable Object[]> rows);

  default <T> Optional<T> first(
      String sql, Function<ResultRow, T> row, @Nullable Object... parameters) {
    return query(sql, row, parameters).stream().findFirst();
  }

  /// The only number of the only row.
  default long number(String sql, @Nullable Object... parameters) {
    return query(sql, row -> row.number(1), parameters).getFirst();
  }
}
