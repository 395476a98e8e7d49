package org.shilpi.workflow;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.shilpi.basemodel.Catalogue;
import org.shilpi.data.Split;
import org.shilpi.job.JobContext;
import org.shilpi.project.TaskKind;

/// What the tests of the verbs start from.
final class TestProject {
  static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-23T10:00:00Z"), ZoneOffset.UTC);

  /// Base models, unpacked once for all tests of a build.
  static final Catalogue CATALOGUE = new Catalogue(Path.of("target/test-models"));

  private TestProject() {}

  static ProjectSession create(Path folder) {
    return ProjectSession.create(folder, TaskKind.CLASSIFY, Catalogue.BUILT_IN, CLOCK);
  }

  static ImportReport add(ProjectSession session, Path file, Split split) throws IOException {
    return new ImportData(session)
        .run(
            new ImportRequest(file, FileReading.GUESSED.withText("text").withLabel("label"), split),
            JobContext.quiet());
  }

  /// Rows of a label, each with a word of its own and a word of the label.
  static String rows(String label, int from, int count) {
    StringBuilder rows = new StringBuilder();
    for (int i = from; i < from + count; i++) {
      rows.append("about ").append(label).append(" case ").append(i).append(',');
      rows.append(label).append('\n');
    }
    return rows.toString();
  }

  static Path file(Path folder, String name, String rows) throws IOException {
    return Files.writeString(folder.resolve(name), "text,label\n" + rows);
  }
}
