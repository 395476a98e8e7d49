package org.shilpi.document;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Makes zip archives and the documents that are such.
final class Archives {
  private static final String WORD =
      "xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'"
          + " xmlns:r='http://schemas.openxmlformats.org/officeDocument/2006/relationships'";

  private Archives() {}

  /// @param parts names and contents in turn
  static Path zip(Path file, String... parts) throws IOException {
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      for (int i = 0; i < parts.length; i += 2) {
        zip.putNextEntry(new ZipEntry(parts[i]));
        zip.write(parts[i + 1].getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
      }
    }
    return file;
  }

  /// @param prolog what stands before the root element
  static Path docx(Path file, String prolog, String body) throws IOException {
    return zip(
        file,
        "[Content_Types].xml",
        "<Types/>",
        "word/document.xml",
        prolog + "<w:document " + WORD + "><w:body>" + body + "</w:body></w:document>",
        "word/_rels/document.xml.rels",
        "<Relationships><Relationship Id='l1' Type='http://x/hyperlink'"
            + " Target='http://evil.example.net/' TargetMode='External'/></Relationships>",
        "word/footnotes.xml",
        "<w:footnotes " + WORD + "><w:p><w:t>a note</w:t></w:p></w:footnotes>",
        "docProps/core.xml",
        "<cp:coreProperties><dc:title>Contract</dc:title><dc:creator>Asha</dc:creator>"
            + "<dcterms:created>2026-05-12T14:06:00Z</dcterms:created></cp:coreProperties>");
  }
}
