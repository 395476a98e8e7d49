package org.shilpi.djl;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.shilpi.basemodel.Catalogue;
import org.shilpi.data.LabeledText;
import org.shilpi.data.Snapshot;
import org.shilpi.data.SnapshotFile;
import org.shilpi.data.Split;
import org.shilpi.job.JobContext;
import org.shilpi.train.Method;
import org.shilpi.train.TrainingSpec;
import org.shilpi.train.TrainingTask;

/// The training rows of banking77 (Casanueva et al., 2020), 10,003 short texts of 77 labels, and
/// the built-in base model: what the benchmarks work on.
record Banking(List<String> labels, List<LabeledText> rows) {
  static Banking read() throws IOException {
    Path file = Path.of("../shared/data/banking77/train.csv").toAbsolutePath().normalize();
    assumeTrue(Files.isRegularFile(file), () -> "skipped: no " + file);
    CSVFormat format = CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();
    List<String> labels = new ArrayList<>();
    List<LabeledText> rows = new ArrayList<>();
    try (Reader reader = Files.newBufferedReader(file)) {
      for (CSVRecord row : format.parse(reader)) {
        if (!labels.contains(row.get("category"))) {
          labels.add(row.get("category"));
        }
        int label = labels.indexOf(row.get("category"));
        rows.add(new LabeledText(rows.size() + 1, row.get("text"), label, Split.TRAIN));
      }
    }
    return new Banking(labels, rows);
  }

  static Path baseModel() throws IOException {
    return new Catalogue(Path.of("target/test-models"))
        .folder(Catalogue.BUILT_IN, JobContext.quiet());
  }

  /// Token ids of all texts.
  List<int[]> tokens() throws IOException {
    try (TextTokenizer tokenizer = TextTokenizer.open(baseModel(), 256)) {
      return tokenizer.tokenize(Material.texts(rows), JobContext.quiet()).ids();
    }
  }

  /// A training on the first rows of each label.
  ///
  /// @param folder empty
  /// @param each most rows of a label
  TrainingTask task(Path folder, Method method, int each) throws IOException {
    int[] taken = new int[labels.size()];
    List<LabeledText> some = rows.stream().filter(row -> taken[row.label()]++ < each).toList();
    Path snapshot = folder.resolve("snapshot.jsonl");
    SnapshotFile.write(Snapshot.of(labels, some), snapshot);
    return new TrainingTask(
        new TrainingSpec(method, 1, 1, "cpu", Map.of()),
        snapshot,
        baseModel(),
        folder.resolve("run"),
        folder.resolve("cache"));
  }
}
