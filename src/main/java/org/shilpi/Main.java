package org.shilpi;

import java.io.File;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.stream.Stream;

/// The first class that runs. It is compiled for Java 17, so that `java -jar` on a machine whose
/// default is older than what Shilpi needs finds the newer one that is installed, instead of ending
/// in a class-version error.
public final class Main {
  private static final int NEEDED = 25;

  private Main() {}

  public static void main(String[] arguments) throws Exception {
    if (Runtime.version().feature() >= NEEDED) {
      // By name: Workbench is compiled for a newer Java than this class.
      try {
        Class.forName("org.shilpi.Workbench")
            .getMethod("main", String[].class)
            .invoke(null, (Object) arguments);
      } catch (InvocationTargetException e) {
        throw e.getCause() instanceof Exception cause ? cause : e;
      }
      return;
    }
    Optional<Path> java = newerJava();
    if (java.isEmpty()) {
      String sentence = ResourceBundle.getBundle("org.shilpi.text.messages").getString("main.java");
      System.err.println(sentence.replace("{0}", String.valueOf(NEEDED)));
      System.exit(1);
    }
    System.exit(runWith(java.get(), arguments));
  }

  private static int runWith(Path java, String[] arguments) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(java.toString());
    command.add("--enable-native-access=ALL-UNNAMED");
    command.add("-Dshilpi.parent=" + ProcessHandle.current().pid());
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add(Main.class.getName());
    command.addAll(List.of(arguments));
    Process child = new ProcessBuilder(command).inheritIO().start();
    Runtime.getRuntime().addShutdownHook(new Thread(child::destroy));
    return child.waitFor();
  }

  private static Optional<Path> newerJava() {
    List<Path> homes = new ArrayList<>();
    String own = System.getenv("JAVA_HOME");
    if (own != null && !own.isBlank()) {
      homes.add(Path.of(own));
    }
    for (String folder :
        List.of(
            "/usr/lib/jvm",
            "/Library/Java/JavaVirtualMachines",
            "C:\\Program Files\\Eclipse Adoptium",
            "C:\\Program Files\\Java")) {
      homes.addAll(children(Path.of(folder)));
    }
    return homes.stream()
        .flatMap(home -> Stream.of(home, home.resolve("Contents/Home")))
        .filter(home -> feature(home) >= NEEDED)
        .map(home -> home.resolve(File.separatorChar == '\\' ? "bin/java.exe" : "bin/java"))
        .filter(Files::isExecutable)
        .findFirst();
  }

  private static List<Path> children(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> children = Files.list(folder)) {
      return children.sorted().toList();
    } catch (IOException e) {
      return List.of();
    }
  }

  /// The feature version that a JDK's `release` file states, 0 if there is none.
  private static int feature(Path home) {
    Path release = home.resolve("release");
    if (!Files.isRegularFile(release)) {
      return 0;
    }
    try (Stream<String> lines = Files.lines(release)) {
      return lines
          .filter(line -> line.startsWith("JAVA_VERSION="))
          .map(line -> line.replaceAll("^JAVA_VERSION=\"?(\\d+).*$", "$1"))
          .filter(version -> version.matches("\\d{1,4}"))
          .mapToInt(Integer::parseInt)
          .findFirst()
          .orElse(0);
    } catch (IOException e) {
      return 0;
    }
  }
}
