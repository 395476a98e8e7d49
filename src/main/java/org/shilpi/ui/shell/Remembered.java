package org.shilpi.ui.shell;

import java.util.Locale;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.InvalidationListener;
import org.shilpi.job.Outcome.Failed;
import org.shilpi.settings.Settings;
import org.shilpi.settings.SettingsFile;

/// Keeps what the user chose, and which projects were open, in the settings file. Where nothing was
/// chosen yet, the operating system's language and colours serve. For the window's thread only.
public final class Remembered {
  private final SettingsFile file;
  private final Workspace workspace;
  private final Preferences preferences;
  private Settings settings;
  private boolean saving;
  private boolean saveAgain;

  /// @param settings as they were read from the file
  public Remembered(
      SettingsFile file, Settings settings, Workspace workspace, Preferences preferences) {
    this.file = file;
    this.settings = settings;
    this.workspace = workspace;
    this.preferences = preferences;
  }

  /// Applies the settings and listens for changes from then on.
  public void start() {
    preferences.languageProperty().set(language(settings));
    preferences.lookProperty().set(look(settings));
    workspace.restore(settings.recent());
    preferences
        .languageProperty()
        .addListener((p, before, now) -> save(settings.withLanguage(now)));
    preferences
        .lookProperty()
        .addListener(
            (p, before, now) -> save(settings.withTheme(now == Look.DARK ? "dark" : "light")));
    InvalidationListener opened =
        change ->
            workspace
                .projectProperty()
                .get()
                .ifPresent(project -> save(settings.withRecent(project.folder())));
    workspace.projectProperty().addListener(opened);
  }

  private static String language(Settings settings) {
    String wanted =
        settings.language().isEmpty() ? Locale.getDefault().getLanguage() : settings.language();
    return "hi".equals(wanted) ? "hi" : "en";
  }

  private static Look look(Settings settings) {
    return switch (settings.theme()) {
      case "dark" -> Look.DARK;
      case "light" -> Look.LIGHT;
      default ->
          Platform.getPreferences().getColorScheme() == ColorScheme.DARK ? Look.DARK : Look.LIGHT;
    };
  }

  private void save(Settings changed) {
    settings = changed;
    if (saving) {
      saveAgain = true;
      return;
    }
    saving = true;
    workspace
        .jobs()
        .start(
            "save settings",
            context -> {
              file.save(changed);
              return changed;
            },
            outcome -> {
              saving = false;
              if (outcome instanceof Failed<Settings>(Throwable cause)) {
                workspace.tell(cause);
              }
              if (saveAgain) {
                saveAgain = false;
                save(settings);
              }
            });
  }
}
