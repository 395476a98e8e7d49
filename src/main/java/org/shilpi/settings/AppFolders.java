package org.shilpi.settings;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/// Where Shilpi keeps what belongs to no project: base models, settings, logs.
///
/// @param data the application's data directory
public record AppFolders(Path data) {
  /// `SHILPI_HOME` if set, else the operating system's usual place.
  public static AppFolders of(Map<String, String> environment, String osName, Path home) {
    String own = environment.get("SHILPI_HOME");
    if (own != null && !own.isBlank()) {
      return new AppFolders(Path.of(own).toAbsolutePath());
    }
    String os = osName.toLowerCase(Locale.ROOT);
    if (os.contains("win")) {
      String local = environment.get("LOCALAPPDATA");
      return new AppFolders(
          (local == null ? home.resolve("AppData/Local") : Path.of(local)).resolve("Shilpi"));
    }
    if (os.contains("mac")) {
      return new AppFolders(home.resolve("Library/Application Support/Shilpi"));
    }
    String share = environment.get("XDG_DATA_HOME");
    return new AppFolders(
        (share == null || share.isBlank() ? home.resolve(".local/share") : Path.of(share))
            .resolve("shilpi"));
  }

  public static AppFolders ofThisMachine() {
    return of(
        System.getenv(), System.getProperty("os.name"), Path.of(System.getProperty("user.home")));
  }
}
