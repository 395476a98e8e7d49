package org.shilpi.djl;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.shilpi.job.Problem;
import org.shilpi.project.AtomicFile;
import org.shilpi.project.Disk;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Work that comes out the same for every run on the same data and base model, so that it is done
/// once: its result lies in a folder of the project's cache, the newest only.
///
/// The cache is a help and no more. A result that is damaged is made again, and one that cannot be
/// kept is used all the same.
///
/// @param folder for this kind of work
record Once(Path folder) {
  private static final Logger LOG = LoggerFactory.getLogger(Once.class);

  /// How a result is read from its folder.
  @FunctionalInterface
  interface Reading<T> {
    T from(Path folder) throws IOException;
  }

  /// The work itself.
  @FunctionalInterface
  interface Making<T> {
    T make() throws IOException;
  }

  /// How a result is written into its folder.
  @FunctionalInterface
  interface Writing<T> {
    void into(Path folder, T result) throws IOException;
  }

  /// The result, from the cache if it is there.
  ///
  /// @param key names all that the result depends on, fit for a folder's name
  <T> T get(String key, Reading<T> reading, Making<T> making, Writing<T> writing)
      throws IOException {
    Path kept = folder.resolve(key);
    if (holds(key)) {
      try {
        return reading.from(kept);
      } catch (IOException | RuntimeException e) {
        LOG.warn("{} is damaged and is made again: {}", kept, e.toString());
      }
    }
    T result = making.make();
    keep(kept, result, writing);
    return result;
  }

  /// Whether the work is done already.
  boolean holds(String key) {
    return Files.isDirectory(folder.resolve(key));
  }

  private <T> void keep(Path kept, T result, Writing<T> writing) {
    try {
      empty();
      Path draft = Files.createDirectories(folder.resolve(kept.getFileName() + ".draft"));
      writing.into(draft, result);
      AtomicFile.moveOver(draft, kept);
    } catch (Problem | IOException e) {
      LOG.warn("{} could not be kept: {}", kept, e.toString());
    }
  }

  private void empty() throws IOException {
    Files.createDirectories(folder);
    try (DirectoryStream<Path> old = Files.newDirectoryStream(folder)) {
      for (Path path : old) {
        Disk.delete(path);
      }
    }
  }
}
