package org.shilpi.workflow;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.shilpi.job.JobContext;
import org.shilpi.job.Problem;
import org.shilpi.project.TaskKind;

/// Makes a project of a sample: a folder with tables of texts and labels.
public final class OpenSample {
  /// Nobody real is in the samples: they were written for this program.
  private static final String WRITER = "Shilpi";

  private static final String MADE_UP = "a sample: all people in it are made up";

  private final Clock clock;

  public OpenSample(Clock clock) {
    this.clock = clock;
  }

  /// Makes a project in an empty or absent folder and imports all tables of the sample, by name;
  /// the labeling rules of its README become the project's guidelines.
  ///
  /// @return the project, open
  /// @throws Problem if the sample has no table, or no project can be made there; nothing is left
  ///   of the project then
  public ProjectSession run(Path sample, Path folder, String baseModel, JobContext context)
      throws IOException {
    List<Path> tables = tables(sample);
    if (tables.isEmpty()) {
      throw Problem.of("problem.project.no-sample", sample.toString());
    }
    ProjectSession session = ProjectSession.create(folder, TaskKind.CLASSIFY, baseModel, clock);
    try {
      ImportData imports = new ImportData(session);
      for (Path table : tables) {
        imports.run(ImportRequest.of(table), context);
      }
      new WriteGuidelines(session).ofSample(sample);
      new PrivacyGate(session).waive(WRITER, MADE_UP);
      return session;
    } catch (IOException | RuntimeException failure) {
      session.close();
      Files.deleteIfExists(folder.resolve("project.mv.db"));
      Files.deleteIfExists(folder.resolve("project.lock"));
      Files.deleteIfExists(folder);
      throw failure;
    }
  }

  private static List<Path> tables(Path sample) throws IOException {
    if (!Files.isDirectory(sample)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(sample)) {
      return files.filter(file -> file.toString().endsWith(".csv")).sorted().toList();
    }
  }
}
