package org.shilpi.document;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.shilpi.data.DocumentRequest;
import org.shilpi.data.Rejected;
import org.shilpi.data.Row;

/// Opens small documents in this process.
final class Reader {
  private final DocumentTexts texts = new DocumentTexts();

  List<Row> read(Path file) {
    return read(DocumentRequest.of(file));
  }

  List<Row> withAttachments(Path file) {
    return read(new DocumentRequest(file, Optional.empty(), Optional.empty(), true));
  }

  List<Row> read(DocumentRequest request) {
    List<Row> rows = new ArrayList<>();
    texts.open(request, (row, share) -> rows.add(row));
    return rows;
  }

  /// The only text of a file.
  Row.Text text(Path file) {
    return (Row.Text) read(file).getFirst();
  }

  static String refusal(List<Row> rows) {
    return ((Rejected) rows.getLast()).reason().key();
  }

  static Path write(Path folder, String name, String content) throws IOException {
    return write(folder, name, content, StandardCharsets.UTF_8);
  }

  static Path write(Path folder, String name, String content, Charset charset) throws IOException {
    return Files.write(folder.resolve(name), content.getBytes(charset));
  }
}
