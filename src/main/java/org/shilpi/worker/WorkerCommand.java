package org.shilpi.worker;

import java.io.File;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.shilpi.job.Problem;

/// How a worker is started: the Java of this process, its class path, flags of the worker's own,
/// and what its environment has beside this process's (which it inherits, so that
/// `PYTORCH_LIBRARY_PATH`, `PYTORCH_VERSION` and `PYTORCH_FLAVOR` lead a worker to a GPU's
/// libraries).
///
/// @param java the `java` executable
/// @param flags what stands before the main class
/// @param main main class and arguments
/// @param environment variables set for the worker
record WorkerCommand(
    Path java, List<String> flags, List<String> main, Map<String, String> environment) {
  private static final long MEBI = 1 << 20;

  /// Waiting OpenMP threads that spin steal the cores from those that work. And glibc's allocator
  /// keeps memory of this size for the next step instead of handing it back to the system and
  /// fetching it page by page again, which costs up to a tenth of the time.
  private static final Map<String, String> ENVIRONMENT =
      Map.of(
          "OMP_WAIT_POLICY", "PASSIVE",
          "MALLOC_MMAP_THRESHOLD_", Long.toString(64 * MEBI),
          "MALLOC_TRIM_THRESHOLD_", Long.toString(256 * MEBI));

  WorkerCommand {
    flags = List.copyOf(flags);
    main = List.copyOf(main);
    environment = Map.copyOf(environment);
  }

  /// The command for a worker beside this process.
  static WorkerCommand ofThisProcess() {
    return of(System.getProperties(), physicalMemory(), "org.shilpi.Main", "worker");
  }

  /// The command for a process that opens documents: little memory, no way to fetch anything that a
  /// document refers to, and a folder of its own for whatever a library would leave behind.
  ///
  /// @param folder for temporary files, and what counts as the user's home
  static WorkerCommand forDocuments(Path folder) {
    var plain = of(System.getProperties(), 0, "org.shilpi.Main", "worker", "documents");
    var flags = new ArrayList<>(plain.flags);
    flags.add("-Xmx384m");
    flags.add("-Djava.io.tmpdir=" + folder);
    flags.add("-Duser.home=" + folder);
    flags.add("-Djavax.xml.accessExternalDTD=");
    flags.add("-Djavax.xml.accessExternalSchema=");
    flags.add("-Djavax.xml.accessExternalStylesheet=");
    return new WorkerCommand(plain.java, flags, plain.main, Map.of());
  }

  /// @param properties system properties of the parent
  /// @param memory of the machine, in bytes
  static WorkerCommand of(Properties properties, long memory, String... main) {
    var home = Path.of(properties.getProperty("java.home"));
    var windows = properties.getProperty("os.name").startsWith("Windows");
    var flags = new ArrayList<String>();
    flags.add("-Xmx" + heap(memory) + "m");
    // The collector with the smallest footprint: what counts in a worker is outside the heap.
    flags.add("-XX:+UseSerialGC");
    flags.add("-XX:MaxHeapFreeRatio=40");
    // What steps of all shapes have freed goes back to the system once a minute, or it would grow:
    // see the environment for why not sooner.
    flags.add("-XX:TrimNativeHeapInterval=60000");
    flags.add("-XX:+ExitOnOutOfMemoryError");
    flags.add("-XX:-CreateCoredumpOnCrash");
    flags.add("--enable-native-access=ALL-UNNAMED");
    flags.add("-Djava.awt.headless=true");
    flags.add("-Dai.djl.offline=true");
    for (var name : new TreeSet<>(properties.stringPropertyNames())) {
      if (inherited(name)) {
        flags.add("-D" + name + "=" + properties.getProperty(name));
      }
    }
    flags.add("-cp");
    flags.add(absolute(properties.getProperty("java.class.path")));
    return new WorkerCommand(
        home.resolve(windows ? "bin/java.exe" : "bin/java"),
        flags,
        Arrays.asList(main),
        ENVIRONMENT);
  }

  /// The process to start; a crash report goes into the given folder.
  ///
  /// @throws Problem if the Java that runs this process has no `java` command
  ProcessBuilder in(Path folder) {
    if (!Files.isExecutable(java)) {
      throw Problem.of("problem.worker.java", java.toString());
    }
    var command = new ArrayList<String>();
    command.add(java.toString());
    command.add("-XX:ErrorFile=" + folder.resolve("worker-crash.log"));
    command.addAll(flags);
    command.addAll(main);
    var builder = new ProcessBuilder(command);
    builder.environment().putAll(environment);
    return builder;
  }

  /// A quarter of the machine, 512 MiB to 8 GiB: texts, embeddings and the baselines live there,
  /// weights do not.
  private static long heap(long memory) {
    return Math.clamp(memory / 4 / MEBI, 512, 8192);
  }

  private static boolean inherited(String property) {
    return property.startsWith("ai.djl.") && !property.equals("ai.djl.offline")
        || property.equals("DJL_CACHE_DIR")
        || property.equals("ENGINE_CACHE_DIR")
        || property.equals("PYTORCH_LIBRARY_PATH")
        || property.equals("java.io.tmpdir")
        || property.equals("user.home")
        || property.equals("java.util.logging.config.file");
  }

  /// A relative entry would break where the worker starts in another folder.
  private static String absolute(String classPath) {
    return Arrays.stream(classPath.split(File.pathSeparator))
        .filter(entry -> !entry.isEmpty())
        .map(entry -> Path.of(entry).toAbsolutePath().toString())
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static long physicalMemory() {
    return ManagementFactory.getOperatingSystemMXBean()
            instanceof com.sun.management.OperatingSystemMXBean machine
        ? machine.getTotalMemorySize()
        : 4096 * MEBI;
  }
}
