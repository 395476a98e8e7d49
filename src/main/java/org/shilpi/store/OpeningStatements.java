package org.shilpi.store;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.h2.api.ErrorCode;
import org.h2.message.DbException;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.h2.mvstore.db.ValueDataType;
import org.h2.mvstore.tx.TransactionMap;
import org.h2.mvstore.tx.TransactionStore;
import org.h2.result.Row;
import org.h2.value.Value;
import org.h2.value.VersionedValue;
import org.jspecify.annotations.Nullable;
import org.shilpi.job.Problem;
import org.shilpi.project.ProjectFolder;

/// What H2 would run to open a database file. It keeps the schema as SQL text and runs all of it on
/// opening: it compiles and calls triggers, connects linked tables, works out what a constant is. A
/// file from elsewhere may hold any SQL there, so it is read first, with nothing run, and only what
/// our own migrations come to passes.
final class OpeningStatements {
  /// Where H2's store keeps the schema: rows of three numbers and a statement.
  private static final String MAP = "table.0";

  /// What tables, their keys and numbers are made of.
  private static final Pattern OURS =
      Pattern.compile(
          "(SET|ALTER TABLE|CREATE (USER|SEQUENCE|CACHED TABLE|PRIMARY KEY"
              + "|(UNIQUE )?(NULLS (NOT |ALL )?DISTINCT )?INDEX)) .*",
          Pattern.DOTALL);

  /// What can stand in such statements and reach beyond the database, or be hidden in them.
  private static final Pattern FOREIGN =
      Pattern.compile(
          "\\b(ALIAS|TRIGGER|LINKED|LINK_SCHEMA|ENGINE|AGGREGATE|SELECT|RUNSCRIPT|SCRIPT|FILE_READ"
              + "|FILE_WRITE|CSVREAD|CSVWRITE|ABORT_SESSION|JAVA_OBJECT_SERIALIZER"
              + "|DATABASE_EVENT_LISTENER)\\b|U&",
          Pattern.CASE_INSENSITIVE);

  private OpeningStatements() {}

  /// @throws Problem naming the first statement that is not ours
  /// @throws SQLException as H2 would throw it if it cannot read the file
  static void requireOurs(ProjectFolder folder) throws SQLException {
    for (String statement : in(folder.databaseFile())) {
      if (!OURS.matcher(statement).matches() || FOREIGN.matcher(statement).find()) {
        String begin = statement.substring(0, Math.min(80, statement.length()));
        throw Problem.of("problem.store.foreign", folder.name(), begin);
      }
    }
  }

  static List<String> in(Path file) throws SQLException {
    List<String> statements = new ArrayList<>();
    try (MVStore store = new MVStore.Builder().fileName(file.toString()).readOnly().open()) {
      TransactionStore transactions = new TransactionStore(store, new ValueDataType());
      transactions.init();
      TransactionMap<Long, Object> schema = transactions.begin().openMap(MAP);
      // H2 may end a transaction that was left open either way, so both of its values count.
      schema
          .map
          .cursor(null)
          .forEachRemaining(id -> {
            VersionedValue<Object> value = schema.map.get(id);
            if (value != null) {
              add(value.getCurrentValue(), statements::add);
              add(value.getCommittedValue(), statements::add);
            }
          });
      return statements;
    } catch (MVStoreException failure) {
      throw DbException.get(code(failure), failure, file.toString()).getSQLException();
    } catch (ClassCastException | IllegalArgumentException noSchema) {
      throw DbException.get(ErrorCode.FILE_CORRUPTED_1, noSchema, file.toString())
          .getSQLException();
    }
  }

  /// A file tells itself how its rows are laid out: whatever stands in one counts.
  private static void add(@Nullable Object row, Consumer<String> statements) {
    if (row == null) {
      return;
    }
    for (int column = 0; column < ((Row) row).getColumnCount(); column++) {
      Value value = ((Row) row).getValue(column);
      if (value.getValueType() == Value.VARCHAR) {
        statements.accept(value.getString());
      } else if (value.getValueType() != Value.INTEGER) {
        throw new IllegalArgumentException("a schema with a value of type " + value.getType());
      }
    }
  }

  private static int code(MVStoreException failure) {
    return switch (failure.getErrorCode()) {
      case DataUtils.ERROR_FILE_LOCKED -> ErrorCode.DATABASE_ALREADY_OPEN_1;
      case DataUtils.ERROR_UNSUPPORTED_FORMAT -> ErrorCode.FILE_VERSION_ERROR_1;
      case DataUtils.ERROR_READING_FAILED -> ErrorCode.IO_EXCEPTION_1;
      default -> ErrorCode.FILE_CORRUPTED_1;
    };
  }
}
