package org.shilpi.ui;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.stage.Stage;
import org.shilpi.basemodel.Catalogue;
import org.shilpi.job.JobContext;
import org.shilpi.job.JobRunner;
import org.shilpi.project.TaskKind;
import org.shilpi.quality.Surveyor;
import org.shilpi.settings.AppFolders;
import org.shilpi.train.Forecast;
import org.shilpi.train.Forecaster;
import org.shilpi.train.Scorer;
import org.shilpi.train.Trainer;
import org.shilpi.train.TrainingTask;
import org.shilpi.ui.shell.MachineWatch;
import org.shilpi.ui.shell.Place;
import org.shilpi.ui.shell.Preferences;
import org.shilpi.ui.shell.Recents;
import org.shilpi.ui.shell.ShilpiWindow;
import org.shilpi.ui.shell.Workspace;
import org.shilpi.worker.WorkerDocuments;
import org.shilpi.workflow.ProjectSession;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/// The real window on a folder of its own, for tests. Made on the window's thread.
public final class WindowRig implements AutoCloseable {
  public static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");

  /// What looks at texts through a base model; a test puts its own here.
  public Surveyor surveyor =
      (task, context) -> {
        throw new IOException("no surveyor");
      };

  public final Stage stage;
  public final Services services;
  public final Workspace workspace;
  public final Preferences preferences = new Preferences();
  public final MachineWatch machine;
  public final ShilpiWindow window;

  public WindowRig(Stage stage, Path folder, double width, double height) {
    this(stage, folder, width, height, Clock.fixed(NOW, ZoneOffset.UTC));
  }

  public WindowRig(Stage stage, Path folder, double width, double height, Clock clock) {
    this(
        stage,
        folder,
        width,
        height,
        (task, context, events) -> {
          throw new IOException("no trainer");
        },
        (task, context) -> {
          throw new IOException("no scorer");
        },
        clock);
  }

  public WindowRig(
      Stage stage, Path folder, double width, double height, Trainer trainer, Scorer scorer) {
    this(stage, folder, width, height, trainer, scorer, Clock.fixed(NOW, ZoneOffset.UTC));
  }

  private WindowRig(
      Stage stage,
      Path folder,
      double width,
      double height,
      Trainer trainer,
      Scorer scorer,
      Clock clock) {
    this.stage = stage;
    this.services =
        new Services(
            new Catalogue(folder),
            trainer,
            trainer instanceof Forecaster own ? own : WindowRig::unmeasured,
            scorer,
            (task, context) -> surveyor.survey(task, context),
            new WorkerDocuments(),
            new JobRunner(),
            new AppFolders(folder),
            clock,
            Path.of("sample-data").toAbsolutePath());
    this.workspace = new Workspace(services, new Recents());
    this.machine = new MachineWatch(workspace.jobs(), folder);
    this.window =
        new ShilpiWindow(
            workspace, preferences, machine, Pages.all(workspace, machine), width, height);
    stage.setScene(window.scene());
    stage.show();
    machine.start();
    workspace.refreshModels();
  }

  private static List<Forecast> unmeasured(List<TrainingTask> tasks, JobContext context)
      throws IOException {
    throw new IOException("no forecaster");
  }

  /// Waits, on the test's thread, until something is true on the window's.
  public void until(Callable<Boolean> truth) throws Exception {
    until(30, truth);
  }

  /// The same with more patience, for real training on a busy machine.
  public void until(int seconds, Callable<Boolean> truth) throws Exception {
    try {
      WaitForAsyncUtils.waitFor(
          seconds,
          TimeUnit.SECONDS,
          () -> WaitForAsyncUtils.asyncFx(truth).get(10, TimeUnit.SECONDS));
    } catch (TimeoutException e) {
      picture("failed");
      throw e;
    }
    WaitForAsyncUtils.waitForFxEvents();
  }

  /// Runs something on the window's thread and waits until its work there has settled.
  public static void onFx(Runnable action) {
    WaitForAsyncUtils.waitForAsyncFx(10_000, action);
    WaitForAsyncUtils.waitForFxEvents();
  }

  /// Presses a button as soon as it can be pressed.
  ///
  /// @param id with its `#`
  public void press(FxRobot robot, String id) throws Exception {
    until(() -> ready(robot, id));
    onFx(() -> robot.lookup(id).queryButton().fire());
  }

  /// Whether a node is there to be used.
  public static boolean ready(FxRobot robot, String id) {
    return robot
        .lookup(id)
        .tryQuery()
        .filter(node -> node.isVisible() && !node.isDisabled())
        .isPresent();
  }

  /// Opens a new project in the rig's folder.
  public void newProject(String name) throws Exception {
    Path folder = services.folders().data().resolve("projects").resolve(name);
    onFx(() ->
        workspace.start(
            "test project",
            context ->
                ProjectSession.create(
                    folder, TaskKind.CLASSIFY, Catalogue.BUILT_IN, services.clock()),
            Place.HOME));
    until(() -> workspace.summaryProperty().get().isPresent());
  }

  /// Drops files or folders on the window.
  public void drop(Path... dropped) {
    onFx(() -> workspace.offer(List.of(dropped)));
  }

  public void size(double width, double height) {
    onFx(() -> {
      // The headless screen is small: what lies outside it must not begin left or above.
      stage.setX(0);
      stage.setY(0);
      stage.setWidth(width);
      stage.setHeight(height);
    });
  }

  /// The page as it is, in both themes and both languages: `light-`, `dark-`, `hi-<name>.png`.
  public void pictures(String name) {
    picture("light-" + name);
    onFx(preferences::switchLook);
    picture("dark-" + name);
    onFx(preferences::switchLook);
    onFx(preferences::switchLanguage);
    picture("hi-" + name);
    onFx(preferences::switchLanguage);
  }

  public void go(Place place) {
    onFx(() -> workspace.go(place));
  }

  public void picture(String name) {
    onFx(() -> Pictures.take(window.scene(), name));
  }

  @Override
  public void close() {
    onFx(() -> {
      machine.stop();
      stage.hide();
    });
    services.jobs().close();
    workspace.projectProperty().get().ifPresent(session -> session.close());
  }
}
