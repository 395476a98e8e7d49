package org.shilpi.worker;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Appends what a worker prints on its standard error to a file, up to a limit; what comes after is
/// read and thrown away, so that the worker never waits for it.
final class WorkerLog {
  static final long LONGEST = 4 << 20;
  private static final Logger LOG = LoggerFactory.getLogger(WorkerLog.class);

  private WorkerLog() {}

  static void pump(InputStream in, Path file) {
    try (in) {
      long room = LONGEST - (Files.exists(file) ? Files.size(file) : 0);
      try (var out =
          Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
        append(in, out, room);
      } catch (IOException e) {
        LOG.warn("the worker's log {} is not complete", file, e);
        in.transferTo(OutputStream.nullOutputStream());
      }
    } catch (IOException e) {
      LOG.debug("the worker was ended by force: its last words are lost", e);
    }
  }

  private static void append(InputStream in, OutputStream out, long room) throws IOException {
    var buffer = new byte[8192];
    for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
      out.write(buffer, 0, Math.clamp(room, 0, read));
      room -= read;
    }
  }
}
