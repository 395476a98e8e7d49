package org.shilpi.project;

import java.nio.file.Files;
import java.nio.file.Path;

/// Where things lie in a project's folder. Only names: nothing is read or written here.
///
/// @param path absolute path of the folder
public record ProjectFolder(Path path) {
  public ProjectFolder {
    path = path.toAbsolutePath().normalize();
  }

  /// The folder's name, which is the project's name.
  public String name() {
    Path last = path.getFileName();
    return last == null ? path.toString() : last.toString();
  }

  /// Whether a project lies here.
  public boolean holdsProject() {
    return Files.isRegularFile(databaseFile());
  }

  /// The database as H2 names it, without its ending.
  public Path database() {
    return path.resolve("project");
  }

  public Path databaseFile() {
    return path.resolve("project.mv.db");
  }

  public Path lock() {
    return path.resolve("project.lock");
  }

  /// Copies of the database from before a migration.
  public Path backup() {
    return path.resolve("backup");
  }

  /// What can be computed again.
  public Path cache() {
    return path.resolve("cache");
  }

  /// All runs, whole or still being written.
  public Path runs() {
    return path.resolve("runs");
  }

  /// A run that is whole.
  public Path run(long id) {
    return runs().resolve(Long.toString(id));
  }

  /// A run that is still being written.
  public Path runDraft(long id) {
    return runs().resolve(id + ".tmp");
  }

  /// Keys that only the project's owner may read.
  public Path keys() {
    return path.resolve("keys");
  }

  /// Where the newest search for good knobs stands.
  public Path search() {
    return path.resolve("search.json");
  }

  /// Data that runs learned from, as it was then.
  public Path snapshots() {
    return path.resolve("snapshots");
  }

  public Path snapshot(String fingerprint) {
    return snapshots().resolve(fingerprint + ".jsonl");
  }
}
