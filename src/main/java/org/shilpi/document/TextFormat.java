package org.shilpi.document;

import java.io.IOException;
import java.util.Map;

/// A plain text as a whole.
final class TextFormat implements Formats.Format {
  @Override
  public void read(Content content, Reading reading) throws IOException, Unreadable {
    Decoding decoded = reading.decode(content.bytes(), content.charset().orElse(""));
    reading.found(content, decoded.text(), Map.of(Fields.CHARSET, decoded.charset()));
  }
}
