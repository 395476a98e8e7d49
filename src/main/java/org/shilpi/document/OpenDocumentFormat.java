package org.shilpi.document;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
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
      if (styles.isPresent() && !isTable(parts)) {
        XmlText.openDocument().read(styles.get(), page);
      }
      Map<String, String> fields = new LinkedHashMap<>(OfficeFacts.of(parts));
      fields.putAll(Link.fields(page.links()));
      reading.found(content, page.toString(), fields);
    }
  }

  // The printed margins of a table say nothing but the number of the page.
  private static boolean isTable(Parts parts) throws IOException, Unreadable {
    byte[] type = parts.bytes("mimetype").orElse(new byte[0]);
    return new String(type, StandardCharsets.US_ASCII).contains("spreadsheet");
  }
}
