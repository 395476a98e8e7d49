package org.shilpi.ui.shell;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import javafx.scene.text.Font;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Noto Sans and Noto Sans Devanagari from a folder `fonts`, where the installer put one; otherwise
/// the system's fonts serve.
public final class Fonts {
  private static final Logger LOG = LoggerFactory.getLogger(Fonts.class);

  private Fonts() {}

  /// Loads every `.ttf` of the folder named by the system property `shilpi.fonts`, or of `fonts`
  /// beside the program's jar. A font that cannot be read is left out.
  public static void load() {
    String own = System.getProperty("shilpi.fonts");
    Path folder = own == null ? besideTheJar() : Path.of(own);
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (Stream<Path> files = Files.list(folder)) {
      files.filter(file -> file.toString().endsWith(".ttf")).sorted().forEach(Fonts::load);
    } catch (IOException e) {
      LOG.warn("fonts in {} cannot be listed", folder, e);
    }
  }

  private static void load(Path file) {
    try (InputStream stream = Files.newInputStream(file)) {
      if (Font.loadFont(stream, 14) == null) {
        LOG.warn("{} is no font", file);
      }
    } catch (IOException e) {
      LOG.warn("{} cannot be read", file, e);
    }
  }

  private static Path besideTheJar() {
    String first = System.getProperty("java.class.path").split(java.io.File.pathSeparator, 2)[0];
    return Path.of(first).toAbsolutePath().resolveSibling("fonts");
  }
}
