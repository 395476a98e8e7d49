package org.shilpi.store;

import java.io.StringReader;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.h2.tools.RunScript;
import org.shilpi.job.Problem;

/// The version of a database's schema, and the way to the newest.
record Schema(Connection connection, FreeSpace space, List<Migration> migrations) {
  private static final String LEDGER =
      """
      CREATE TABLE IF NOT EXISTS schema_step (
        version    INTEGER PRIMARY KEY,
        checksum   CHAR(64) NOT NULL,
        applied_at TIMESTAMP(6) WITH TIME ZONE DEFAULT CURRENT_TIMESTAMP NOT NULL
      )\
      """;

  private record Applied(int version, String checksum) {}

  /// Whether steps are missing.
  ///
  /// @throws Problem if the database was written by a newer program, or by another one
  boolean behind(String project) {
    List<Applied> applied = applied();
    if (applied.size() > migrations.size()) {
      throw Problem.of(
          "problem.store.newer",
          project,
          Integer.toString(applied.size()),
          Integer.toString(migrations.size()));
    }
    for (int i = 0; i < applied.size(); i++) {
      Migration own = migrations.get(i);
      if (applied.get(i).version() != own.version()
          || !applied.get(i).checksum().equals(own.checksum())) {
        throw Problem.of("problem.store.changed-step", project, Integer.toString(own.version()));
      }
    }
    return applied.size() < migrations.size();
  }

  private List<Applied> applied() {
    Statements statements = new BoundStatements(connection, space);
    boolean known =
        statements.number(
                "SELECT COUNT(*) FROM information_schema.tables WHERE table_name = 'SCHEMA_STEP'")
            > 0;
    return known
        ? statements.query(
            "SELECT version, checksum FROM schema_step ORDER BY version",
            row -> new Applied(row.whole(1), row.text(2)))
        : List.of();
  }

  /// Takes all missing steps. H2 commits on every DDL statement, so a failure leaves a step half
  /// taken: the caller must have a copy.
  void migrate() throws SQLException {
    Statements statements = new BoundStatements(connection, space);
    statements.update(LEDGER);
    int done = applied().size();
    for (Migration step : migrations.subList(done, migrations.size())) {
      RunScript.execute(connection, new StringReader(step.sql()));
      statements.update(
          "INSERT INTO schema_step (version, checksum) VALUES (?, ?)",
          step.version(),
          step.checksum());
    }
  }
}
