package org.shilpi.ui;

import java.util.Locale;
import javafx.application.Application;
import javafx.stage.Stage;
import org.shilpi.text.Messages;
import org.shilpi.ui.shell.Fonts;
import org.shilpi.ui.shell.MachineWatch;
import org.shilpi.ui.shell.Preferences;
import org.shilpi.ui.shell.Recents;
import org.shilpi.ui.shell.ShilpiWindow;
import org.shilpi.ui.shell.Workspace;

/// The JavaFX application: one stage with one window.
public final class ShilpiApp extends Application {
  private static final double WIDTH = 1440;
  private static final double HEIGHT = 900;

  private final Services services = Window.services();

  @Override
  public void start(Stage stage) {
    Fonts.load();
    Preferences preferences = new Preferences();
    Workspace workspace = new Workspace(services, new Recents());
    MachineWatch machine = new MachineWatch(workspace.jobs(), services.folders().data());
    ShilpiWindow window =
        new ShilpiWindow(
            workspace, preferences, machine, Pages.all(workspace, machine), WIDTH, HEIGHT);
    stage.setTitle(new Messages(Locale.getDefault().getLanguage()).of("window.name"));
    stage.setScene(window.scene());
    stage.setMinWidth(800);
    stage.setMinHeight(600);
    stage.show();
    machine.start();
    workspace.refreshModels();
  }

  @Override
  public void stop() {
    services.jobs().close();
  }
}
