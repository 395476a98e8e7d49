package org.shilpi.store;

import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shilpi.job.Problem;
import org.shilpi.project.ProjectFolder;

class DatabaseTest {
  private static final Migration FIRST =
      new Migration(1, "CREATE TABLE thing (name VARCHAR(100) PRIMARY KEY);");
  private static final Migration SECOND =
      new Migration(2, "ALTER TABLE thing ADD COLUMN size INTEGER; UPDATE thing SET size = 7;");
  private static final Migration BROKEN =
      new Migration(2, "ALTER TABLE thing ADD COLUMN size INTEGER; UPDATE nothing SET size = 7;");

  @TempDir Path temp;
  private ProjectFolder folder;

  @BeforeEach
  void name() {
    folder = new ProjectFolder(temp);
  }

  private void made(List<Migration> migrations) throws IOException {
    try (Database database = Database.open(folder, migrations)) {
      database.update("INSERT INTO thing (name) VALUES (?)", "it's; DROP TABLE thing");
    }
  }

  private static String key(Throwable failure) {
    return ((Problem) failure).key();
  }

  @Test
  void parametersAreNeverPartOfTheSql() throws IOException {
    made(List.of(FIRST));
    try (Database database = Database.open(folder, List.of(FIRST))) {
      assertThat(database.query("SELECT name FROM thing", row -> row.text(1)))
          .containsExactly("it's; DROP TABLE thing");
    }
  }

  @Test
  void aTransactionThatFailsLeavesNothing() throws IOException {
    try (Database database = Database.open(folder, List.of(FIRST))) {
      assertThatThrownBy(() ->
              database.transaction(statements -> {
                statements.update("INSERT INTO thing (name) VALUES (?)", "half");
                throw new IOException("cable pulled");
              }))
          .hasMessage("cable pulled");
      assertThat(database.number("SELECT COUNT(*) FROM thing")).isZero();
    }
  }

  @Test
  void aBatchThatFailsLeavesNothing() throws IOException {
    try (Database database = Database.open(folder, List.of(FIRST))) {
      List<@Nullable Object[]> rows = new ArrayList<>();
      rows.add(new @Nullable Object[] {"a"});
      rows.add(new @Nullable Object[] {"b"});
      rows.add(new @Nullable Object[] {"a"});
      assertThatThrownBy(() -> database.batch("INSERT INTO thing (name) VALUES (?)", rows))
          .isInstanceOf(StoreException.class);
      assertThat(database.number("SELECT COUNT(*) FROM thing")).isZero();
    }
  }

  @Test
  void aMigrationKeepsTheDataAndACopyOfTheFile() throws IOException {
    made(List.of(FIRST));
    try (Database database = Database.open(folder, List.of(FIRST, SECOND))) {
      assertThat(database.number("SELECT size FROM thing")).isEqualTo(7);
    }
    Files.copy(folder.backup().resolve("before-2.mv.db"), folder.databaseFile(), REPLACE_EXISTING);
    try (Database database = Database.open(folder, List.of(FIRST))) {
      assertThat(database.number("SELECT COUNT(*) FROM thing")).isEqualTo(1);
    }
  }

  @Test
  void aMigrationThatFailsRestoresTheCopy() throws IOException {
    made(List.of(FIRST));
    assertThatThrownBy(() -> Database.open(folder, List.of(FIRST, BROKEN)))
        .satisfies(failure -> assertThat(key(failure)).isEqualTo("problem.store.migration"));
    assertThat(folder.databaseFile())
        .hasSameBinaryContentAs(folder.backup().resolve("before-2.mv.db"));
    try (Database database = Database.open(folder, List.of(FIRST))) {
      assertThat(database.query("SELECT * FROM thing", row -> row.text(1))).hasSize(1);
      assertThat(
              database.number(
                  "SELECT COUNT(*) FROM information_schema.columns WHERE table_name = 'THING'"))
          .isEqualTo(1);
    }
  }

  @Test
  void aNewDatabaseWhoseMigrationFailsIsNotLeftBehind() {
    assertThatThrownBy(() -> Database.open(folder, List.of(BROKEN))).isInstanceOf(Problem.class);
    assertThat(folder.databaseFile()).doesNotExist();
  }

  @Test
  void aNewerSchemaIsRefused() throws IOException {
    made(List.of(FIRST, SECOND));
    assertThatThrownBy(() -> Database.open(folder, List.of(FIRST)))
        .satisfies(failure -> {
          assertThat(key(failure)).isEqualTo("problem.store.newer");
          assertThat(((Problem) failure).arguments()).contains("2", "1");
        });
    try (Database database = Database.open(folder, List.of(FIRST, SECOND))) {
      assertThat(database.number("SELECT COUNT(*) FROM thing")).isEqualTo(1);
    }
  }

  @Test
  void aReleasedStepThatWasChangedIsRefused() throws IOException {
    made(List.of(FIRST));
    Migration changed = new Migration(1, FIRST.sql() + " ");
    assertThatThrownBy(() -> Database.open(folder, List.of(changed)))
        .satisfies(failure -> assertThat(key(failure)).isEqualTo("problem.store.changed-step"));
  }

  @Test
  void aDamagedFileIsRefusedAndLeftAsItWas() throws IOException {
    byte[] rubbish = new byte[50_000];
    Arrays.fill(rubbish, (byte) 'x');
    Files.write(folder.databaseFile(), rubbish);
    assertThatThrownBy(() -> Database.open(folder))
        .satisfies(failure -> assertThat(key(failure)).isEqualTo("problem.store.damaged"));
    assertThat(folder.databaseFile()).hasBinaryContent(rubbish);
  }

  @Test
  void noSqlMayNameAJavaClass() throws IOException {
    try (Database database = Database.open(folder, List.of(FIRST))) {
      assertThatThrownBy(
              () -> database.update("CREATE ALIAS root FOR 'java.lang.Math.sqrt(double)'"))
          .hasStackTraceContaining("Access to the class \"java.lang.Math\" is denied");
    }
  }

  /// Each would run while H2 opens the file, or reach out of it later.
  @ParameterizedTest
  @ValueSource(
      strings = {
        """
        CREATE FORCE TRIGGER evil BEFORE INSERT ON thing AS $$
        org.h2.api.Trigger create() { System.setProperty("evil", "done"); return null; } $$
        """,
        "CREATE ALIAS evil AS 'int evil() { return Integer.getInteger(\"evil\"); }'",
        "CREATE FORCE LINKED TABLE evil (NULL, 'jdbc:h2:mem:evil;INIT=SET MODE MySQL', '', '', 'X')",
        "CREATE VIEW evil AS SELECT FILE_READ('pom.xml') AS content",
        "CREATE CONSTANT evil VALUE 7",
        "CREATE DOMAIN evil AS INTEGER DEFAULT FILE_WRITE(X'00', '{file}')",
        "ALTER TABLE thing ADD COLUMN evil BIGINT DEFAULT FILE_WRITE(X'00', '{file}')",
        "ALTER TABLE thing ADD CONSTRAINT evil CHECK (name = (SELECT MAX(name) FROM thing))"
      })
  void aFileThatBringsSqlOfItsOwnIsRefusedBeforeItRuns(String sql) throws Exception {
    made(List.of(FIRST));
    String url = "jdbc:h2:file:" + folder.database();
    Path written = temp.resolve("evil");
    try (Connection hostile = DriverManager.getConnection(url, "shilpi", "");
        Statement statement = hostile.createStatement()) {
      statement.execute(sql.replace("{file}", written.toString()));
    }
    byte[] file = Files.readAllBytes(folder.databaseFile());
    // What its author did counts for nothing.
    System.clearProperty("evil");
    Files.deleteIfExists(written);
    assertThatThrownBy(() -> Database.open(folder, List.of(FIRST)))
        .satisfies(failure -> assertThat(key(failure)).isEqualTo("problem.store.foreign"));
    assertThat(System.getProperty("evil")).isNull();
    assertThat(written).doesNotExist();
    assertThat(folder.databaseFile()).hasBinaryContent(file);
  }

  @Test
  void aSemicolonInThePathIsRefused() {
    ProjectFolder odd = new ProjectFolder(temp.resolve("a;b"));
    assertThatThrownBy(() -> Database.open(odd))
        .satisfies(failure -> assertThat(key(failure)).isEqualTo("problem.store.path"));
  }

  @Test
  void nothingButTheDatabaseLiesInTheFolder() throws IOException {
    Database.open(folder).close();
    assertThat(temp).isDirectoryContaining("glob:**project.mv.db");
    try (var files = Files.list(temp)) {
      assertThat(files).hasSize(1);
    }
  }

  @Test
  void aDatabaseThatIsCompactedHoldsWhatItHeldAndIsSmaller() throws IOException {
    long before;
    try (Database database = Database.open(folder)) {
      SettingStore settings = new SettingStore(database);
      for (int i = 0; i < 200; i++) {
        settings.put("thing", Integer.toString(i).repeat(20_000));
      }
      before = Files.size(folder.databaseFile());
      database.compactWhenClosed();
    }
    assertThat(Files.size(folder.databaseFile())).isLessThan(before / 2);
    nothingButTheDatabaseLiesInTheFolder();
    try (Database database = Database.open(folder)) {
      assertThat(new SettingStore(database).get("thing")).contains("199".repeat(20_000));
    }
  }
}
