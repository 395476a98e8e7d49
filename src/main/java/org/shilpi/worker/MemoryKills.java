package org.shilpi.worker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// How many processes the kernel has ended since the machine started because memory ran out, in a
/// container or on the whole machine. Only Linux tells (`oom_kill` in `/proc/vmstat`, since 4.13).
///
/// @param statistics the kernel's file
record MemoryKills(Path statistics) {
  private static final Logger LOG = LoggerFactory.getLogger(MemoryKills.class);
  private static final String FIELD = "oom_kill ";

  static MemoryKills ofThisMachine() {
    return new MemoryKills(Path.of("/proc/vmstat"));
  }

  /// Always 0 where it is not known.
  long count() {
    try {
      if (Files.exists(statistics)) {
        for (var line : Files.readAllLines(statistics)) {
          if (line.startsWith(FIELD)) {
            return Long.parseLong(line.substring(FIELD.length()).strip());
          }
        }
      }
    } catch (IOException | NumberFormatException e) {
      LOG.debug("{} does not tell of killed processes", statistics, e);
    }
    return 0;
  }
}
