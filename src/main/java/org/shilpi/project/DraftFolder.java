package org.shilpi.project;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.shilpi.job.Problem;

/// A folder in the making beside those that are whole: it is renamed when it is ready and deleted
/// otherwise. What a process killed half-way left behind is swept by the next one.
public final class DraftFolder implements AutoCloseable {
  private static final Pattern NAME = Pattern.compile("\\.draft-(\\d{1,18})-.*");

  private final Path parent;
  private final Path path;

  private DraftFolder(Path parent, Path path) {
    this.parent = parent;
    this.path = path;
  }

  /// @param parent made if need be
  public static DraftFolder in(Path parent) throws IOException {
    Files.createDirectories(parent);
    sweep(parent);
    String name = ".draft-" + ProcessHandle.current().pid() + "-";
    for (int number = 1; ; number++) {
      try {
        return new DraftFolder(parent, Files.createDirectory(parent.resolve(name + number)));
      } catch (FileAlreadyExistsException another) {
        // This process is making more than one.
      }
    }
  }

  public Path path() {
    return path;
  }

  /// @throws Problem if the disk has not that many bytes left, and a twentieth more
  public void requireSpace(long bytes) throws IOException {
    long free = Files.getFileStore(path).getUsableSpace();
    if (free < bytes + bytes / 20) {
      throw Problem.of("problem.project.space", megabytes(bytes), megabytes(free));
    }
  }

  /// Renames the draft, unless the target, a folder beside it, is there already.
  ///
  /// @return whether this draft became the target
  public boolean becomes(Path target) throws IOException {
    try {
      Files.move(path, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (FileSystemException e) {
      if (Files.isDirectory(target)) {
        return false;
      }
      throw e;
    }
    sync(parent);
    return true;
  }

  @Override
  public void close() throws IOException {
    Disk.delete(path);
  }

  private static String megabytes(long bytes) {
    return Long.toString(Math.ceilDiv(bytes, 1_000_000));
  }

  private static void sweep(Path parent) throws IOException {
    List<Path> children;
    try (Stream<Path> files = Files.list(parent)) {
      children = files.toList();
    }
    for (Path child : children) {
      Matcher name = NAME.matcher(child.getFileName().toString());
      if (name.matches() && ProcessHandle.of(Long.parseLong(name.group(1))).isEmpty()) {
        Disk.delete(child);
      }
    }
  }

  /// Makes the rename itself last; Windows cannot open a folder and does not need to.
  private static void sync(Path folder) {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (IOException e) {
      // The rename was done; a file system without this call leaves its timing to the system.
    }
  }
}
