package org.shilpi;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.FileHandler;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/// Where the log goes: three files of at most 1 MB in the data directory, never the terminal.
final class LogFile {
  private static final int MOST_BYTES = 1 << 20;
  private static final int FILES = 3;

  private LogFile() {}

  /// Without a writable data directory there is no log; the work itself will say what is wrong.
  static void open(Path data) {
    Logger root = LogManager.getLogManager().getLogger("");
    for (Handler handler : root.getHandlers()) {
      root.removeHandler(handler);
    }
    root.setLevel(Level.INFO);
    try {
      Path logs = Files.createDirectories(data.resolve("logs"));
      FileHandler file =
          new FileHandler(logs.resolve("shilpi.%u.%g.log").toString(), MOST_BYTES, FILES, true);
      file.setFormatter(new SimpleFormatter());
      root.addHandler(file);
    } catch (IOException e) {
      root.setLevel(Level.OFF);
    }
  }
}
