package org.shilpi.ui.shell;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.shilpi.text.Messages;
import org.shilpi.train.Run;
import org.shilpi.ui.control.StepMark;
import org.shilpi.workflow.ProjectSummary;

/// Where one step of a project stands, with its line for the rail.
///
/// @param share how far the step is, 0 to 1, while in progress
/// @param key message key of the line
public record StepState(StepMark mark, double share, String key, List<Object> arguments) {
  /// All steps of a project.
  ///
  /// @param modelName how its base model is called
  public static Map<Place, StepState> of(ProjectSummary project, String modelName) {
    Map<Place, StepState> steps = new EnumMap<>(Place.class);
    steps.put(Place.BASE_MODEL, done("window.step.plain", modelName));
    steps.put(Place.DATA, data(project));
    steps.put(Place.LABEL, label(project));
    steps.put(Place.TRAIN, train(project));
    steps.put(Place.EVALUATE, evaluate(project));
    return steps;
  }

  public String line(Messages words) {
    return words.of(key, arguments.toArray());
  }

  private static StepState data(ProjectSummary project) {
    if (project.texts() == 0) {
      return open("window.step.no-texts");
    }
    if (project.telling() > 0) {
      return attention("window.step.private", project.telling());
    }
    return project.findings() > 0
        ? attention("window.step.to-settle", project.findings())
        : done("window.step.texts", project.texts());
  }

  private static StepState label(ProjectSummary project) {
    if (project.texts() == 0) {
      return open("window.step.needs-texts");
    }
    if (project.labeled() == 0) {
      return open("window.step.not-started");
    }
    if (project.labeled() >= project.texts()) {
      return done("window.step.labels", project.labeled());
    }
    return new StepState(
        StepMark.IN_PROGRESS,
        (double) project.labeled() / project.texts(),
        "window.step.labeled",
        List.of(project.labeled(), project.texts()));
  }

  private static StepState train(ProjectSummary project) {
    if (project.latest().isEmpty()) {
      return open(project.labeled() == 0 ? "window.step.needs-labels" : "window.step.not-started");
    }
    Run run = project.latest().get();
    String id = Long.toString(run.id());
    return switch (run.state()) {
      case RUNNING ->
          new StepState(StepMark.IN_PROGRESS, 0.5, "window.step.run-running", List.of(id));
      case INTERRUPTED -> attention("window.step.run-interrupted", id);
      case FAILED -> attention("window.step.run-failed", id);
      case CANCELLED -> attention("window.step.run-stopped", id);
      case DONE -> done("window.step.run-done", id);
    };
  }

  private static StepState evaluate(ProjectSummary project) {
    return project
        .accuracy()
        .map(accuracy -> done("window.step.right", accuracy * 100))
        .orElseGet(() -> open("window.step.no-score"));
  }

  private static StepState open(String key) {
    return new StepState(StepMark.OPEN, 0, key, List.of());
  }

  private static StepState done(String key, Object argument) {
    return new StepState(StepMark.DONE, 1, key, List.of(argument));
  }

  private static StepState attention(String key, Object argument) {
    return new StepState(StepMark.ATTENTION, 0, key, List.of(argument));
  }
}
