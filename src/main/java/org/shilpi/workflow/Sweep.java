package org.shilpi.workflow;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.shilpi.project.Disk;
import org.shilpi.project.ProjectFolder;
import org.shilpi.store.Database;
import org.shilpi.store.SettingStore;
import org.shilpi.store.Statements;
import org.shilpi.train.Baselines;

/// Takes away what still holds words after they were hidden: copies of the database from before
/// migrations, frozen data, what was computed from it, phrases that baselines learned by heart, and
/// the pages that the database no longer uses. What a crash leaves undone is done when the project
/// is opened next.
record Sweep(ProjectFolder folder, Database database) {
  private static final String OWED = "privacySweep";

  /// Notes that there is something to take away. Inside the transaction that hides it.
  static void owe(Statements statements) {
    new SettingStore(statements).put(OWED, "true");
  }

  /// Whether something is still to be taken away.
  boolean owed() {
    return new SettingStore(database).get(OWED).isPresent();
  }

  /// Outside of any transaction.
  void run() throws IOException {
    Disk.delete(folder.backup());
    Disk.delete(folder.snapshots());
    Disk.delete(folder.cache());
    Path runs = folder.runs();
    if (Files.isDirectory(runs)) {
      try (DirectoryStream<Path> all = Files.newDirectoryStream(runs)) {
        for (Path run : all) {
          Baselines.forget(run.resolve("baselines"));
        }
      }
    }
    if (database.rewrite()) {
      new SettingStore(database).remove(OWED);
    }
  }
}
