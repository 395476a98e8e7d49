package org.shilpi.job;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/// Memory that this process holds, in MiB. Linux tells it (proc(5), `VmRSS` and `VmHWM`); elsewhere
/// only what Java has taken is known, which is less.
public final class ProcessMemory {
  private static final Path STATUS = Path.of("/proc/self/status");

  private ProcessMemory() {}

  public static long now() {
    return read("VmRSS:");
  }

  /// The most that it ever held, where that is known.
  public static long peak() {
    return read("VmHWM:");
  }

  private static long read(String field) {
    try {
      if (Files.exists(STATUS)) {
        for (var line : Files.readAllLines(STATUS)) {
          if (line.startsWith(field)) {
            return Long.parseLong(line.replaceAll("\\D", "")) / 1024;
          }
        }
      }
    } catch (IOException | NumberFormatException e) {
      return taken();
    }
    return taken();
  }

  private static long taken() {
    var memory = ManagementFactory.getMemoryMXBean();
    return (memory.getHeapMemoryUsage().getCommitted()
            + memory.getNonHeapMemoryUsage().getCommitted())
        >> 20;
  }
}
