package org.shilpi.ui;

import java.io.IOException;
import java.io.InputStream;
import java.util.stream.IntStream;
import javafx.application.Application;
import javafx.scene.image.Image;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.shilpi.settings.Settings;
import org.shilpi.settings.SettingsFile;
import org.shilpi.text.Messages;
import org.shilpi.ui.shell.Fonts;
import org.shilpi.ui.shell.MachineWatch;
import org.shilpi.ui.shell.Preferences;
import org.shilpi.ui.shell.Recents;
import org.shilpi.ui.shell.Remembered;
import org.shilpi.ui.shell.ShilpiWindow;
import org.shilpi.ui.shell.Workspace;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The JavaFX application: one stage with one window.
public final class ShilpiApp extends Application {
  private static final Logger LOG = LoggerFactory.getLogger(ShilpiApp.class);
  private static final double WIDTH = 1440;
  private static final double HEIGHT = 900;

  private final Services services = Window.services();
  private final SettingsFile settingsFile = new SettingsFile(services.folders());
  private final Workspace workspace = new Workspace(services, new Recents());
  private Settings settings = Settings.DEFAULTS;

  /// Runs before the window's thread is needed.
  @Override
  public void init() {
    Fonts.load();
    try {
      settings = settingsFile.load();
    } catch (IOException e) {
      LOG.warn("The settings cannot be read; the defaults serve", e);
    }
  }

  @Override
  public void start(Stage stage) {
    Preferences preferences = new Preferences();
    MachineWatch machine = new MachineWatch(workspace.jobs(), services.folders().data());
    new Remembered(settingsFile, settings, workspace, preferences).start();
    ShilpiWindow window =
        new ShilpiWindow(
            workspace, preferences, machine, Pages.all(workspace, machine), WIDTH, HEIGHT);
    Messages words = new Messages(preferences.languageProperty().get());
    stage.setTitle(words.of("window.name"));
    IntStream.of(16, 24, 32, 48, 64, 128, 256).forEach(size -> addIcon(stage, size));
    stage.setScene(window.scene());
    stage.setMinWidth(800);
    stage.setMinHeight(600);
    stage.show();
    machine.start();
    workspace.refreshModels();
  }

  private static void addIcon(Stage stage, int size) {
    String name = "/org/shilpi/assets/icon/shilpi-" + size + ".png";
    try (@Nullable InputStream icon = ShilpiApp.class.getResourceAsStream(name)) {
      if (icon != null) {
        stage.getIcons().add(new Image(icon));
      }
    } catch (IOException e) {
      LOG.warn("{} cannot be read", name, e);
    }
  }

  /// Ends all jobs, then closes the project, so that its lock and its database are free.
  @Override
  public void stop() {
    services.jobs().close();
    workspace.projectProperty().get().ifPresent(session -> session.close());
  }
}
