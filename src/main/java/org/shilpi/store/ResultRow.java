package org.shilpi.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The present row of a result, columns counted from 1. Valid only while it is handed out.
public final class ResultRow {
  private final ResultSet result;

  ResultRow(ResultSet result) {
    this.result = result;
  }

  private interface Read<T extends @Nullable Object> {
    T get() throws SQLException;
  }

  public long number(int column) {
    return read(() -> result.getLong(column));
  }

  public @Nullable Long numberOrNull(int column) {
    return this.<@Nullable Long>read(() -> result.getObject(column, Long.class));
  }

  public int whole(int column) {
    return read(() -> result.getInt(column));
  }

  public @Nullable Integer wholeOrNull(int column) {
    return this.<@Nullable Integer>read(() -> result.getObject(column, Integer.class));
  }

  public String text(int column) {
    return Objects.requireNonNull(textOrNull(column), "column " + column + " is empty");
  }

  public @Nullable String textOrNull(int column) {
    return this.<@Nullable String>read(() -> result.getString(column));
  }

  public boolean truth(int column) {
    return read(() -> result.getBoolean(column));
  }

  public double real(int column) {
    return read(() -> result.getDouble(column));
  }

  public UUID uuid(int column) {
    return read(() -> result.getObject(column, UUID.class));
  }

  public Instant instant(int column) {
    return read(() -> result.getObject(column, Instant.class));
  }

  public byte[] bytes(int column) {
    return read(() -> result.getBytes(column));
  }

  private <T extends @Nullable Object> T read(Read<T> read) {
    try {
      return read.get();
    } catch (SQLException failure) {
      throw new StoreException(failure);
    }
  }
}
