package org.shilpi.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;
import org.shilpi.project.AtomicFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// The settings on disk, as JSON in the application's data directory.
public final class SettingsFile {
  private static final Logger log = LoggerFactory.getLogger(SettingsFile.class);
  private static final JsonMapper JSON = new JsonMapper();

  private final Path file;

  public SettingsFile(AppFolders folders) {
    this.file = folders.data().resolve("settings.json");
  }

  /// The settings; the defaults where there are none. A damaged file is set aside as
  /// `settings.json.damaged` and the defaults serve.
  public Settings load() throws IOException {
    if (!Files.exists(file)) {
      return Settings.DEFAULTS;
    }
    byte[] bytes = Files.readAllBytes(file);
    try {
      return Objects.requireNonNull(JSON.readValue(bytes, Settings.class), "null");
    } catch (JacksonException | NullPointerException damaged) {
      Path aside = file.resolveSibling(file.getFileName() + ".damaged");
      log.warn("{} is damaged and was set aside as {}", file, aside, damaged);
      Files.move(file, aside, StandardCopyOption.REPLACE_EXISTING);
      return Settings.DEFAULTS;
    }
  }

  /// @throws org.shilpi.job.Problem if the disk is full or the folder cannot be written
  public void save(Settings settings) throws IOException {
    AtomicFile.write(file, out -> out.write(JSON.writeValueAsBytes(settings)));
  }
}
