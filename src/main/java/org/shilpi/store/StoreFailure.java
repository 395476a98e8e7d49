package org.shilpi.store;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Optional;
import org.h2.api.ErrorCode;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStoreException;
import org.shilpi.job.Problem;
import org.shilpi.project.Disk;
import org.shilpi.project.ProjectFolder;

/// The one place where failures of H2 become problems that a user can mend.
final class StoreFailure {
  private StoreFailure() {}

  static RuntimeException explain(Throwable failure, ProjectFolder folder) {
    Optional<Problem> disk = Disk.problem(failure, folder.path());
    if (disk.isPresent()) {
      return disk.get();
    }
    return switch (code(failure)) {
      case ErrorCode.DATABASE_IS_READ_ONLY ->
          Problem.causedBy(failure, "problem.project.read-only", folder.path().toString());
      case ErrorCode.DATABASE_ALREADY_OPEN_1 ->
          Problem.causedBy(failure, "problem.project.open-elsewhere", folder.name(), "H2");
      case ErrorCode.FILE_VERSION_ERROR_1 ->
          Problem.causedBy(failure, "problem.store.newer", folder.name(), "H2", "2.5");
      case ErrorCode.FILE_CORRUPTED_1 ->
          Problem.causedBy(
              failure, "problem.store.damaged", folder.name(), folder.backup().toString());
      default -> failure instanceof StoreException own ? own : new StoreException(failure);
    };
  }

  /// Whether H2's store broke under a failed read or write, so that its database is of no more use.
  static boolean stoppedDatabase(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof IOException) {
        return true;
      }
      // Codes below the transactions' own are those of the store itself.
      if (cause instanceof MVStoreException store
          && store.getErrorCode() < DataUtils.ERROR_TRANSACTION_CORRUPT) {
        return true;
      }
    }
    int code = code(failure);
    return code == ErrorCode.DATABASE_IS_CLOSED || code == ErrorCode.DATABASE_CALLED_AT_SHUTDOWN;
  }

  /// H2's number of the innermost SQL failure, 0 if there is none.
  static int code(Throwable failure) {
    int code = 0;
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql) {
        code = sql.getErrorCode();
      }
    }
    return code;
  }
}
