package org.shilpi.data;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.shilpi.data.Mapping.Mapped;
import org.shilpi.data.format.Formats;
import org.shilpi.project.TaskKind;

/// A whole file as an import would see it, for tests.
public record ReadFile(String format, List<Mapped.Text> texts, List<Rejected> rejected) {
  public static ReadFile of(Path file, TaskKind task) throws IOException {
    return of(file, Wanted.NOTHING.withTask(task));
  }

  public static ReadFile of(Path file, Wanted wanted) throws IOException {
    DataFile data = DataFile.inspect(file, Formats.ALL, wanted);
    Mapping mapping = data.mapping(Optional.empty(), Optional.empty());
    List<Mapped.Text> texts = new ArrayList<>();
    List<Rejected> rejected = new ArrayList<>();
    try (RowReader rows = data.read()) {
      for (Optional<Row> row = rows.next(); row.isPresent(); row = rows.next()) {
        switch (mapping.apply(row.get())) {
          case Mapped.Text text -> texts.add(text);
          case Mapped.Bad(Rejected bad) -> rejected.add(bad);
        }
      }
    }
    return new ReadFile(data.format().id(), texts, rejected);
  }

  /// How often each label was given.
  public Map<String, Integer> labels() {
    Map<String, Integer> counts = new TreeMap<>();
    texts.forEach(
        text -> text.judgement().labels().forEach(label -> counts.merge(label, 1, Integer::sum)));
    return counts;
  }

  public List<String> reasons() {
    return rejected.stream().map(row -> row.reason().key()).toList();
  }
}
