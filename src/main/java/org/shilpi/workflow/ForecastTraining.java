package org.shilpi.workflow;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.shilpi.basemodel.Catalogue;
import org.shilpi.data.Snapshot;
import org.shilpi.job.JobContext;
import org.shilpi.job.Problem;
import org.shilpi.train.Forecast;
import org.shilpi.train.Forecaster;
import org.shilpi.train.TrainingSpec;
import org.shilpi.train.TrainingTask;

/// Tells what trainings would take, before one is started.
public record ForecastTraining(ProjectSession session, Catalogue catalogue, Forecaster forecaster) {

  /// Takes a short trial on this machine. Nothing of it stays but the frozen data.
  ///
  /// @param specs trainings to choose from
  /// @return one forecast for each, in order
  /// @throws Problem if there is too little to learn from
  public List<Forecast> run(List<TrainingSpec> specs, JobContext context) throws IOException {
    Snapshot snapshot = new FreezeData(session).run(context);
    Path model = catalogue.folder(session.baseModel(), context);
    Path cache = session.paths().cache();
    Files.createDirectories(cache);
    List<TrainingTask> tasks =
        specs.stream()
            .map(spec ->
                new TrainingTask(
                    spec,
                    session.paths().snapshot(snapshot.fingerprint()),
                    model,
                    cache.resolve("forecast"),
                    cache))
            .toList();
    return forecaster.forecast(tasks, context);
  }
}
