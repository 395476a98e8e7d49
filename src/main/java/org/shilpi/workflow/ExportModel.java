package org.shilpi.workflow;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.shilpi.basemodel.Catalogue;
import org.shilpi.deploy.ExportFormat;
import org.shilpi.deploy.ExportTask;
import org.shilpi.deploy.Exporter;
import org.shilpi.job.JobContext;
import org.shilpi.job.Problem;
import org.shilpi.project.Disk;
import org.shilpi.project.DraftFolder;
import org.shilpi.train.Run;
import org.shilpi.workflow.report.Words;

/// Writes a run's model as a folder that others can use.
public final class ExportModel {
  private static final String FULL = "problem.project.disk-full";

  private final ProjectSession session;
  private final Catalogue catalogue;
  private final Exporter exporter;
  private final Words words;

  /// @param words of the card that goes with the model
  public ExportModel(ProjectSession session, Catalogue catalogue, Exporter exporter, Words words) {
    this.session = session;
    this.catalogue = catalogue;
    this.exporter = exporter;
    this.words = words;
  }

  /// Writes the folder whole or not at all.
  ///
  /// @param out absent, or an empty folder
  /// @throws Problem if the run is not done or does not have that form, or something is in the way
  public ExportReport run(long run, ExportFormat format, Path out, JobContext context)
      throws IOException {
    Run found = EvaluateModel.done(session, run);
    Path target = out.toAbsolutePath().normalize();
    requireFree(target);
    Path parent = target.getParent();
    if (parent == null) {
      throw Problem.of("problem.export.not-empty", target.toString());
    }
    Path base = catalogue.folder(found.baseModel(), context);
    try (DraftFolder draft = DraftFolder.in(parent)) {
      exporter.export(
          new ExportTask(session.paths().run(run), base, format, draft.path()), context);
      new ExportCard(session, catalogue, words).write(found, draft.path());
      context.checkCancelled();
      long bytes = bytes(draft.path());
      requireFree(target);
      // An empty folder would be in the way of the rename on some systems.
      Files.deleteIfExists(target);
      if (!draft.becomes(target)) {
        throw Problem.of("problem.export.not-empty", target.toString());
      }
      return new ExportReport(run, format, target, bytes);
    } catch (IOException failure) {
      throw Disk.explain(failure, target);
    } catch (Problem problem) {
      // What was told where a file was written names the draft, which nobody has heard of.
      throw problem.key().equals(FULL)
          ? Problem.causedBy(problem, FULL, target.toString())
          : problem;
    }
  }

  private static void requireFree(Path target) throws IOException {
    if (Files.notExists(target, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    if (!Files.isDirectory(target, LinkOption.NOFOLLOW_LINKS)) {
      throw Problem.of("problem.export.file", target.toString());
    }
    try (DirectoryStream<Path> inside = Files.newDirectoryStream(target)) {
      if (inside.iterator().hasNext()) {
        throw Problem.of("problem.export.not-empty", target.toString());
      }
    }
  }

  private static long bytes(Path folder) throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.walk(folder)) {
      files = all.filter(Files::isRegularFile).toList();
    }
    long bytes = 0;
    for (Path file : files) {
      bytes += Files.size(file);
    }
    return bytes;
  }
}
