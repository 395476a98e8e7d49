package org.shilpi.ui.train;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.util.Duration;
import org.shilpi.job.Outcome.Done;
import org.shilpi.job.Problem;
import org.shilpi.train.Forecast;
import org.shilpi.train.Method;
import org.shilpi.train.TrainingSpec;
import org.shilpi.ui.FxJob;
import org.shilpi.ui.shell.Workspace;
import org.shilpi.workflow.ForecastTraining;
import org.shilpi.workflow.ProjectSession;

/// What each depth would take on this machine, measured in the background while the next run is
/// chosen.
final class Forecasts {
  /// What is known now.
  ///
  /// @param measuring whether more is to come
  /// @param of empty for a depth that was not measured, or could not be
  record Known(boolean measuring, Map<Method, Forecast> of) {
    Known {
      of = Map.copyOf(of);
    }

    Optional<Forecast> of(Method method) {
      return Optional.ofNullable(of.get(method));
    }
  }

  /// What a forecast depends on.
  private record Question(
      ProjectSession project, Map<String, Integer> counts, Map<Method, TrainingSpec> specs) {}

  private static final Known NOTHING = new Known(false, Map.of());
  private static final Duration SETTLED = Duration.millis(800);

  private final Workspace workspace;
  private final ReadOnlyObjectWrapper<Known> known = new ReadOnlyObjectWrapper<>(NOTHING);
  private final PauseTransition settling = new PauseTransition(SETTLED);
  private Optional<Question> asked = Optional.empty();
  private Optional<FxJob> job = Optional.empty();

  Forecasts(Workspace workspace) {
    this.workspace = workspace;
  }

  ReadOnlyObjectProperty<Known> knownProperty() {
    return known.getReadOnlyProperty();
  }

  /// Measures, unless just this was measured before; once a person has stopped typing.
  void ask(Map<String, Integer> counts, TrainingChoice choice) {
    Optional<Question> question =
        workspace
            .projectProperty()
            .get()
            .flatMap(project ->
                specs(choice).map(specs -> new Question(project, Map.copyOf(counts), specs)));
    if (question.isEmpty() || question.equals(asked)) {
      return;
    }
    stop();
    asked = question;
    known.set(new Known(true, Map.of()));
    settling.setOnFinished(event -> measure(question.get()));
    settling.playFromStart();
  }

  /// Leaves the machine to a run that starts.
  void stop() {
    settling.stop();
    job.ifPresent(FxJob::cancel);
    job = Optional.empty();
    asked = Optional.empty();
    known.set(NOTHING);
  }

  private void measure(Question question) {
    List<Method> methods = List.copyOf(question.specs().keySet());
    List<TrainingSpec> specs = methods.stream().map(question.specs()::get).toList();
    ForecastTraining verb =
        new ForecastTraining(
            question.project(),
            workspace.services().catalogue(),
            workspace.services().forecaster());
    job =
        Optional.of(
            workspace
                .jobs()
                .start(
                    "forecast",
                    context -> verb.run(specs, context),
                    outcome -> {
                      if (!asked.equals(Optional.of(question))) {
                        return;
                      }
                      job = Optional.empty();
                      Map<Method, Forecast> told = new EnumMap<>(Method.class);
                      if (outcome instanceof Done(List<Forecast> forecasts)) {
                        forecasts.forEach(forecast -> told.put(forecast.method(), forecast));
                      }
                      known.set(new Known(false, told));
                    }));
  }

  private static Optional<Map<Method, TrainingSpec>> specs(TrainingChoice choice) {
    Map<Method, TrainingSpec> specs = new EnumMap<>(Method.class);
    try {
      for (Method method : Method.values()) {
        specs.put(method, choice.with(method).spec());
      }
      return Optional.of(specs);
    } catch (Problem notValid) {
      return Optional.empty();
    }
  }
}
