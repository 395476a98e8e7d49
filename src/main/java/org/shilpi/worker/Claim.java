package org.shilpi.worker;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A worker's right to a run's folder. A worker whose parent was killed may still write its last
/// checkpoint while the run is resumed: the new worker waits for it, which is at most a minute.
///
/// It is a lock on one byte of `worker.log` that no log reaches, so that the parent can write the
/// log also where locks are mandatory. The system takes it back when the process ends.
final class Claim implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Claim.class);
  private static final long PLACE = Long.MAX_VALUE - 1;

  private final FileChannel channel;

  private Claim(FileChannel channel) {
    this.channel = channel;
  }

  /// Takes the run, as soon as nobody else has it.
  ///
  /// @param run an existing folder
  /// @param waiting told if somebody else has it
  static Claim of(Path run, Runnable waiting) throws IOException {
    var channel =
        FileChannel.open(
            run.resolve("worker.log"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      @Nullable FileLock lock = channel.tryLock(PLACE, 1, false);
      if (lock == null) {
        waiting.run();
        lock = channel.lock(PLACE, 1, false);
      }
      LOG.debug("{} is ours: {}", run, lock);
    } catch (IOException e) {
      // Some network folders know no locks: there the user has to wait for the minute.
      LOG.warn("no lock on {}", run, e);
    }
    return new Claim(channel);
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
