package org.shilpi.data.json;

import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;
import org.shilpi.data.RowReader;
import org.shilpi.data.Source;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.json.JsonMapper;

/// Streams the records of a JSON file. For one thread.
public interface JsonRecords extends Closeable {
  /// The next record; empty at the end.
  ///
  /// @throws org.shilpi.job.Problem if the file cannot be read any further
  Optional<JsonRecord> next() throws IOException;

  static JsonRecords open(Source source, boolean lines) throws IOException {
    return lines ? new JsonLines(source) : new JsonList(source);
  }

  /// Reads hostile files: what is nested deeper than 100 levels is an attack, not a record.
  static JsonMapper mapper() {
    return JsonMapper.builder(
            JsonFactory.builder()
                .streamReadConstraints(
                    StreamReadConstraints.builder()
                        .maxNestingDepth(100)
                        .maxStringLength(RowReader.LONGEST_ROW)
                        .build())
                .build())
        .build();
  }
}
