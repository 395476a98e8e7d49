package org.shilpi.document;

import java.io.IOException;
import java.util.Optional;

/// OpenDocument texts, talks and tables (ISO/IEC 26300): the content, then headers and footers.
final class OpenDocumentFormat implements Formats.Format {
  @Override
  public void read(Content content, Reading reading) throws IOException, Unreadable {
    try (Parts parts = Parts.of(content, reading)) {
      if (!parts
          .tree("META-INF/manifest.xml")
          .getElementsByTag("manifest:encryption-data")
          .isEmpty()) {
        throw Unreadable.locked();
      }
      Page page = new Page();
      XmlText.openDocument().read(parts.needed("content.xml", "odt"), page);
      page.paragraph();
      Optional<byte[]> styles = parts.bytes("styles.xml");
      if (styles.isPresent() && !page.blankSince(0)) {
        XmlText.openDocument().read(styles.get(), page);
      }
      reading.found(content, page.toString(), OfficeFacts.of(parts));
    }
  }
}
