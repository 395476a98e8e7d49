package org.shilpi.ui.shell;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/// What this machine has, for the chips at the top and for Home.
///
/// @param cores processors the program may use
/// @param memory bytes of memory
/// @param memoryFree bytes of memory that programs could get now
/// @param diskFree bytes free where the program's data lies
public record Machine(int cores, long memory, long memoryFree, long diskFree) {
  /// @param data the program's data folder, or where it will be
  public static Machine read(Path data) throws IOException {
    OperatingSystemMXBean system =
        (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    Path there = data.toAbsolutePath();
    while (!Files.exists(there) && there.getParent() != null) {
      there = there.getParent();
    }
    return new Machine(
        Runtime.getRuntime().availableProcessors(),
        system.getTotalMemorySize(),
        available(system.getFreeMemorySize()),
        Files.getFileStore(there).getUsableSpace());
  }

  public long memoryUsed() {
    return memory - memoryFree;
  }

  /// Linux counts its file cache as used, though programs can have it: it tells the honest figure
  /// in /proc/meminfo.
  private static long available(long free) {
    Path facts = Path.of("/proc/meminfo");
    if (Files.isReadable(facts)) {
      try {
        for (String line : Files.readAllLines(facts)) {
          if (line.startsWith("MemAvailable:")) {
            return Long.parseLong(line.replaceAll("\\D", "")) * 1024;
          }
        }
      } catch (IOException e) {
        return free;
      }
    }
    return free;
  }
}
