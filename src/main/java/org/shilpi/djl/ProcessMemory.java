package org.shilpi.djl;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Memory of this process, native memory included.
final class ProcessMemory {
  private ProcessMemory() {}

  /// Most memory ever held, in MiB: `VmHWM` where Linux tells it (proc(5)), elsewhere only the Java
  /// heap, which is less.
  static long peakMb() {
    Path status = Path.of("/proc/self/status");
    if (Files.isReadable(status)) {
      try {
        for (String line : Files.readAllLines(status)) {
          if (line.startsWith("VmHWM:")) {
            return Long.parseLong(line.replaceAll("\\D", "")) / 1024;
          }
        }
      } catch (IOException | NumberFormatException e) {
        return heapMb();
      }
    }
    return heapMb();
  }

  private static long heapMb() {
    return Runtime.getRuntime().totalMemory() >> 20;
  }
}
