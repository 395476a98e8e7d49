package org.shilpi.data.parquet;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.util.Optional;
import org.shilpi.data.Columns;
import org.shilpi.data.Format;
import org.shilpi.data.Layout;
import org.shilpi.data.Sample;
import org.shilpi.data.Wanted;
import org.shilpi.data.labeled.LabelCell;
import org.shilpi.job.Problem;

/// Parquet: a table that names its columns itself.
public final class ParquetFormat implements Format {
  @Override
  public String id() {
    return "parquet";
  }

  @Override
  public boolean recognises(Sample sample) {
    // "PAR1", or "PARE" and a length of at most 24 bits
    return sample.signature().matches("50415231.*|50415245.{6}00.*") && !sample.isText();
  }

  @Override
  public Layout layout(Sample sample, Wanted wanted) throws IOException {
    try (FileChannel file = FileChannel.open(sample.path())) {
      Schema schema = footer(file, sample.name()).schema();
      if (schema.columns().isEmpty()) {
        throw schema.nested().isEmpty()
            ? Problem.of("problem.data.no-columns", sample.name())
            : Problem.of(
                "problem.data.parquet-nested", sample.name(), String.join(", ", schema.nested()));
      }
      return Layout.table(
          new Columns(schema.columns().stream().map(Column::name).toList(), false),
          new LabelCell(wanted.task()),
          ParquetReader::open);
    }
  }

  /// @throws Problem if nothing in the file can be read
  static Footer footer(FileChannel file, String name) throws IOException {
    try {
      Footer footer = Footer.read(file, name);
      for (Footer.Group group : footer.groups()) {
        for (Footer.Chunk chunk : group.chunks()) {
          Optional<String> unknown = Codec.of(chunk.codec()).unknown();
          if (unknown.isPresent()) {
            throw Problem.of("problem.data.parquet-packed", name, unknown.get());
          }
        }
      }
      return footer;
    } catch (Broken broken) {
      throw Problem.causedBy(broken, "problem.data.parquet-broken", name);
    }
  }
}
