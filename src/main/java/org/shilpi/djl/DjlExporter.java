package org.shilpi.djl;

import ai.djl.Device;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.shilpi.deploy.ExportFormat;
import org.shilpi.deploy.ExportTask;
import org.shilpi.deploy.Exporter;
import org.shilpi.djl.onnx.OnnxFile;
import org.shilpi.job.JobContext;
import org.shilpi.job.Problem;
import org.shilpi.job.Progress;
import org.shilpi.project.AtomicFile;

/// Exports in this process. See [DjlTrainer] for what it reads.
public final class DjlExporter implements Exporter {
  @Override
  public void export(ExportTask task, JobContext context) throws IOException {
    context.report(Progress.unknown("progress.export.write"));
    Path model = task.run().resolve(DjlTrainer.MODEL);
    if (task.format() == ExportFormat.ADAPTER) {
      if (!AdapterFolder.isAt(model)) {
        throw Problem.of("problem.export.no-adapter");
      }
      copy(model, task.folder());
      TunedFolder.copyTokenizer(task.baseModel(), task.folder());
      return;
    }
    try (TrainedModel trained = TrainedModel.open(model, task.baseModel(), Device.cpu())) {
      context.checkCancelled();
      switch (task.format()) {
        case HF -> trained.writeFolder(task.folder());
        case TORCHSCRIPT -> trained.writeNetwork(task.folder(), "model.pt", ScriptFile::write);
        case ONNX -> trained.writeNetwork(task.folder(), "model.onnx", DjlExporter::writeGraph);
        case ADAPTER -> throw new IllegalStateException("has no network of its own");
      }
    }
  }

  private static void writeGraph(OutputStream out, Network network) throws IOException {
    OnnxFile.write(out, network.programs(), network.method(), network.weights(), network.numbers());
  }

  private static void copy(Path from, Path to) throws IOException {
    List<Path> files;
    try (Stream<Path> inside = Files.list(from)) {
      files = inside.toList();
    }
    for (Path file : files) {
      AtomicFile.write(to.resolve(file.getFileName()), out -> Files.copy(file, out));
    }
  }
}
