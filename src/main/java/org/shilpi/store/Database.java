package org.shilpi.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Consumer;
import java.util.function.Function;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.jdbcx.JdbcConnectionPool;
import org.h2.message.DbException;
import org.jspecify.annotations.Nullable;
import org.shilpi.job.Problem;
import org.shilpi.project.AtomicFile;
import org.shilpi.project.Disk;
import org.shilpi.project.ProjectFolder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A project's H2 database. Safe for use by several threads; a change is on disk when its method
/// returns.
public final class Database implements Statements, AutoCloseable {
  /// - `WRITE_DELAY=0`: without it a killed process loses what it had acknowledged.
  /// - `DB_CLOSE_ON_EXIT=FALSE`: the session closes the database, no shutdown hook races it.
  /// - `CACHE_SIZE`: 32 MiB, whatever the machine's memory.
  /// - `MAX_LENGTH_INPLACE_LOB`: texts up to this length lie in their row, which is much faster.
  /// - no trace file beside the project: failures reach the log as exceptions.
  private static final String OPTIONS =
      ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE;CACHE_SIZE=32768;MAX_LENGTH_INPLACE_LOB=8192"
          + ";LOCK_TIMEOUT=10000;TRACE_LEVEL_FILE=0;TRACE_LEVEL_SYSTEM_OUT=0";

  static {
    // Before any class of H2 reads it: no SQL, wherever it comes from, may name a Java class.
    System.setProperty("h2.allowedClasses", "");
  }

  private static final Logger log = LoggerFactory.getLogger(Database.class);

  private final ProjectFolder folder;
  private final FreeSpace space;

  // Held for reading by whoever uses the file, and for writing while it is written anew.
  private final ReentrantReadWriteLock use = new ReentrantReadWriteLock();
  private volatile JdbcConnectionPool pool;
  private volatile boolean loose;

  private Database(ProjectFolder folder) {
    this.folder = folder;
    this.space = new FreeSpace(folder);
    this.pool = connect(folder);
  }

  private static JdbcConnectionPool connect(ProjectFolder folder) {
    String url = "jdbc:h2:file:" + folder.database() + OPTIONS;
    JdbcConnectionPool pool = JdbcConnectionPool.create(url, "shilpi", "");
    pool.setMaxConnections(8);
    return pool;
  }

  /// Opens the folder's database, making it if there is none, and brings its schema up to date.
  ///
  /// @throws Problem if it is newer than this program, damaged, brings SQL that is not ours, or the
  ///   disk is full or read-only; the file is then as it was
  public static Database open(ProjectFolder folder) throws IOException {
    return open(folder, Migration.all());
  }

  static Database open(ProjectFolder folder, List<Migration> migrations) throws IOException {
    if (folder.path().toString().contains(";")) {
      throw Problem.of("problem.store.path", folder.path().toString());
    }
    boolean fresh = !folder.holdsProject();
    boolean behind;
    if (!fresh) {
      try {
        OpeningStatements.requireOurs(folder);
      } catch (SQLException unreadable) {
        throw StoreFailure.explain(unreadable, folder);
      }
    }
    Database database = new Database(folder);
    database.space.require();
    try (Connection connection = database.pool.getConnection()) {
      behind = new Schema(connection, database.space, migrations).behind(folder.name());
    } catch (SQLException | RuntimeException failure) {
      database.close();
      throw StoreFailure.explain(failure, folder);
    }
    if (!behind) {
      return database;
    }
    database.close();
    return migrated(folder, migrations, fresh);
  }

  private static Database migrated(ProjectFolder folder, List<Migration> migrations, boolean fresh)
      throws IOException {
    Path copy = folder.backup().resolve("before-" + migrations.size() + ".mv.db");
    if (!fresh) {
      copy(folder.databaseFile(), copy);
    }
    Database database = new Database(folder);
    try (Connection connection = database.pool.getConnection()) {
      new Schema(connection, database.space, migrations).migrate();
      return database;
    } catch (SQLException | RuntimeException failure) {
      database.close();
      if (fresh) {
        Files.deleteIfExists(folder.databaseFile());
      } else {
        copy(copy, folder.databaseFile());
      }
      throw Disk.problem(failure, folder.path())
          .orElseGet(() ->
              Problem.causedBy(failure, "problem.store.migration", folder.name(), copy.toString()));
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    AtomicFile.write(to, out -> Files.copy(from, out));
  }

  /// What is done in one transaction.
  @FunctionalInterface
  public interface Work<T extends @Nullable Object> {
    T run(Statements statements) throws IOException;
  }

  /// Runs work in one transaction. Whatever it throws, nothing of it stays.
  ///
  /// @throws Problem if the disk is full or read-only
  public <T extends @Nullable Object> T transaction(Work<T> work) throws IOException {
    use.readLock().lock();
    try {
      return connected(work);
    } finally {
      use.readLock().unlock();
    }
  }

  private <T extends @Nullable Object> T connected(Work<T> work) throws IOException {
    JdbcConnectionPool used = pool;
    Connection connection = connection(used);
    try {
      connection.setAutoCommit(false);
      T value = work.run(new BoundStatements(connection, space));
      connection.commit();
      connection.close();
      return value;
    } catch (SQLException | StoreException failure) {
      giveUp(connection, used, failure);
      throw StoreFailure.explain(failure, folder);
    } catch (Throwable failure) {
      rollBack(connection, failure);
      throw failure;
    }
  }

  private Connection connection(JdbcConnectionPool from) {
    try {
      return from.getConnection();
    } catch (SQLException failure) {
      throw StoreFailure.explain(failure, folder);
    }
  }

  private void giveUp(Connection connection, JdbcConnectionPool used, Throwable failure) {
    if (StoreFailure.stoppedDatabase(failure)) {
      abandon(connection, used);
    } else {
      rollBack(connection, failure);
    }
  }

  private static void rollBack(Connection connection, Throwable failure) {
    try (connection) {
      connection.rollback();
    } catch (SQLException second) {
      failure.addSuppressed(second);
    }
  }

  // After a write that failed, any further call on H2's connections may spin for ever in its store,
  // even a rollback or close. So the database is switched off under them and they are left to the
  // garbage collector; the next call opens it again and finds everything that was acknowledged.
  private synchronized void abandon(Connection connection, JdbcConnectionPool used) {
    if (pool != used) {
      return; // another thread was first
    }
    pool = connect(folder);
    try {
      if (connection.unwrap(JdbcConnection.class).getSession() instanceof SessionLocal session) {
        session.getDatabase().shutdownImmediately();
      }
    } catch (SQLException | DbException alreadyOff) {
      log.debug("{}: the database was off already", folder.name(), alreadyOff);
    }
  }

  @Override
  public <T> List<T> query(String sql, Function<ResultRow, T> row, @Nullable Object... parameters) {
    return alone(statements -> statements.query(sql, row, parameters));
  }

  @Override
  public void each(String sql, Consumer<ResultRow> row, @Nullable Object... parameters) {
    this.<@Nullable Void>alone(statements -> {
      statements.each(sql, row, parameters);
      return null;
    });
  }

  @Override
  public int update(String sql, @Nullable Object... parameters) {
    return alone(statements -> statements.update(sql, parameters));
  }

  @Override
  public void batch(String sql, List<@Nullable Object[]> rows) {
    this.<@Nullable Void>alone(statements -> {
      statements.batch(sql, rows);
      return null;
    });
  }

  private <T extends @Nullable Object> T alone(Function<Statements, T> call) {
    try {
      return transaction(call::apply);
    } catch (IOException impossible) {
      throw new StoreException(impossible);
    }
  }

  /// Writes the file anew at once, without the pages in which words lie that were taken away. Call
  /// it outside of a transaction.
  ///
  /// @return false where somebody else was at work for ten seconds, or the disk has no room for a
  ///   second file: it is then tried again when the database is closed
  public boolean rewrite() {
    boolean free = false;
    try {
      free = space.leaves(folder.databaseFile()) && use.writeLock().tryLock(10, TimeUnit.SECONDS);
      if (!free) {
        loose = true;
        return false;
      }
      boolean done = compact();
      pool.dispose();
      pool = connect(folder);
      return done;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      loose = true;
      return false;
    } finally {
      if (free) {
        use.writeLock().unlock();
      }
    }
  }

  private boolean compact() {
    try (Connection connection = pool.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("SHUTDOWN COMPACT");
      return true;
    } catch (SQLException failure) {
      log.warn("{}: the database was closed, but not compacted", folder.name(), failure);
      return false;
    }
  }

  /// Has the file written anew, without the holes in it, when the database is closed: after much
  /// was written or taken away. Takes about 3 seconds for a million texts, and halves the file.
  public void compactWhenClosed() {
    loose = true;
  }

  @Override
  public void close() {
    if (loose && space.leaves(folder.databaseFile())) {
      compact();
    }
    pool.dispose();
  }
}
