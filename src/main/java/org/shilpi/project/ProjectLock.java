package org.shilpi.project;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.shilpi.job.Problem;

/// Keeps a project to one process at a time. The operating system lets go of the lock when its
/// process dies, so a lock file that was left behind is no obstacle.
public final class ProjectLock implements AutoCloseable {
  /// Folders that this process has locked. On POSIX, closing any channel of a file drops all of the
  /// process's locks on it: a second attempt must not even open the lock file.
  private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

  // The lock lies behind the words, because Windows forbids others to read a locked region.
  private static final long LOCKED_BYTE = 4096;

  private final Path folder;
  private final FileChannel channel;

  private ProjectLock(Path folder, FileChannel channel) {
    this.folder = folder;
    this.channel = channel;
  }

  /// Locks a project's folder, which must exist.
  ///
  /// @throws Problem if it is open elsewhere, naming who holds it, or cannot be written
  public static ProjectLock take(ProjectFolder project) throws IOException {
    Path folder = project.path().toRealPath();
    if (!HELD.add(folder)) {
      throw Problem.of("problem.project.open-here", project.name());
    }
    FileChannel channel = null;
    try {
      channel =
          FileChannel.open(
              project.lock(),
              StandardOpenOption.CREATE,
              StandardOpenOption.READ,
              StandardOpenOption.WRITE);
      FileLock lock = channel.tryLock(LOCKED_BYTE, 1, false);
      if (lock == null) {
        throw Problem.of("problem.project.open-elsewhere", project.name(), read(channel));
      }
      sign(channel);
      return new ProjectLock(folder, channel);
    } catch (IOException failure) {
      release(folder, channel);
      throw Disk.explain(failure, project.path());
    } catch (RuntimeException failure) {
      release(folder, channel);
      throw failure;
    }
  }

  private static String read(FileChannel channel) throws IOException {
    ByteBuffer words = ByteBuffer.allocate(200);
    channel.read(words, 0);
    return new String(words.array(), 0, words.position(), StandardCharsets.UTF_8).strip();
  }

  private static void sign(FileChannel channel) throws IOException {
    // the process's number and the machine's name, as Java itself joins them
    String words = ManagementFactory.getRuntimeMXBean().getName() + "\n";
    channel.truncate(0);
    channel.write(ByteBuffer.wrap(words.getBytes(StandardCharsets.UTF_8)), 0);
  }

  private static void release(Path folder, @Nullable FileChannel channel) throws IOException {
    try {
      if (channel != null) {
        channel.close();
      }
    } finally {
      HELD.remove(folder);
    }
  }

  @Override
  public void close() throws IOException {
    if (channel.isOpen()) {
      release(folder, channel);
    }
  }
}
