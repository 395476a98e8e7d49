package org.shilpi.document;

import java.io.IOException;
import org.shilpi.data.DocumentKind;

/// Which reader takes which format.
final class Formats {
  /// Takes the texts out of files of one format.
  interface Format {
    void read(Content content, Reading reading) throws IOException, Unreadable;
  }

  private Formats() {}

  static Format of(DocumentKind format) {
    return switch (format) {
      case EML -> new MailFormat();
      case HTML -> new HtmlFormat();
      default -> new TextFormat();
    };
  }
}
