package org.shilpi.project;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.ReadOnlyFileSystemException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.shilpi.job.Problem;

/// Tells the failures of a disk that the user can mend from all others.
public final class Disk {
  // Java passes on the operating system's sentence and no code, so the words must do.
  private static final List<String> FULL =
      List.of("No space left", "not enough space", "Disk quota exceeded", "disk is full");
  private static final List<String> READ_ONLY =
      List.of("Read-only file system", "Permission denied", "Access is denied");

  private Disk() {}

  /// The problem behind a failure to write there, looking through all causes.
  public static Optional<Problem> problem(Throwable failure, Path where) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof Problem problem) {
        return Optional.of(problem);
      }
      String words = String.valueOf(cause.getMessage());
      if (FULL.stream().anyMatch(words::contains)) {
        return Optional.of(
            Problem.causedBy(failure, "problem.project.disk-full", where.toString()));
      }
      if (cause instanceof AccessDeniedException
          || cause instanceof ReadOnlyFileSystemException
          || READ_ONLY.stream().anyMatch(words::contains)) {
        return Optional.of(
            Problem.causedBy(failure, "problem.project.read-only", where.toString()));
      }
    }
    return Optional.empty();
  }

  /// Takes a folder away with all that is in it, if it is there. Links are taken away themselves.
  public static void delete(Path folder) throws IOException {
    if (Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
      List<Path> inside;
      try (Stream<Path> files = Files.list(folder)) {
        inside = files.toList();
      }
      for (Path path : inside) {
        delete(path);
      }
    }
    Files.deleteIfExists(folder);
  }

  /// Throws the problem behind a failure, or the failure itself.
  public static IOException explain(IOException failure, Path where) {
    problem(failure, where)
        .ifPresent(problem -> {
          throw problem;
        });
    return failure;
  }
}
