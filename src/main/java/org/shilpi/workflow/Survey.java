package org.shilpi.workflow;

import java.io.IOException;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.shilpi.data.DataFile;
import org.shilpi.data.Mapping;
import org.shilpi.data.Mapping.Mapped;
import org.shilpi.data.Rejected;
import org.shilpi.data.Row;
import org.shilpi.data.RowReader;
import org.shilpi.job.JobContext;
import org.shilpi.project.TaskKind;
import org.shilpi.workflow.ImportPreview.StaysOut;

/// What would become of a file's rows.
///
/// @param stayOut why rows would stay out, the most frequent reason first
record Survey(long rows, List<StaysOut> stayOut) {
  static Survey of(DataFile file, Mapping mapping, TaskKind task, JobContext context)
      throws IOException {
    String name = String.valueOf(file.path().getFileName());
    Map<String, StaysOut> reasons = new LinkedHashMap<>();
    long rows = 0;
    try (RowReader reader = file.read()) {
      reader.meanwhile(context::checkCancelled);
      Optional<Row> row = reader.next();
      while (row.isPresent()) {
        context.checkCancelled();
        rows++;
        bad(mapping.apply(row.get()), task)
            .map(rejected -> RejectedRow.of(name, rejected))
            .ifPresent(rejected ->
                reasons.merge(
                    rejected.key(),
                    new StaysOut(1, rejected),
                    (before, one) -> new StaysOut(before.rows() + 1, before.first())));
        row = reader.next();
      }
    }
    return new Survey(
        rows,
        reasons.values().stream()
            .sorted(Comparator.comparingLong(StaysOut::rows).reversed())
            .toList());
  }

  private static Optional<Rejected> bad(Mapped row, TaskKind task) {
    return switch (row) {
      case Mapped.Bad(Rejected rejected) -> Optional.of(rejected);
      case Mapped.Text text ->
          text.judgement().as(task).isPresent()
              ? Optional.empty()
              : Optional.of(Intake.misfit(text, task));
    };
  }
}
