package org.shilpi.document;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.shilpi.data.Reason;

/// Word's documents (ECMA-376 part 1, WordprocessingML): the text with its tables and boxes, then
/// notes, comments, headers and diagrams, and pages of HTML that are put in.
final class DocxFormat implements Formats.Format {
  private static final String MAIN = "word/document.xml";
  private static final String BESIDE =
      "word/(footnotes|endnotes|comments|header\\d*|footer\\d*|diagrams/data\\d*|charts/chart\\d*)\\.xml";

  @Override
  public void read(Content content, Reading reading) throws IOException, Unreadable {
    try (Parts parts = Parts.of(content, reading)) {
      Page page = new Page();
      String main = parts.bytes(MAIN).isPresent() ? MAIN : main(parts);
      List<String> names = new ArrayList<>(List.of(main));
      names.addAll(parts.named(BESIDE));
      for (String name : names) {
        Map<String, String> links = parts.relations(name, "/hyperlink");
        XmlText.office(links).read(parts.needed(name, "docx"), page);
        page.paragraph();
      }
      for (String target : parts.relations(main, "/aFChunk").values()) {
        chunk(
            parts, target.startsWith("/") ? target.substring(1) : "word/" + target, page, reading);
      }
      Map<String, String> fields = new LinkedHashMap<>(OfficeFacts.of(parts));
      fields.putAll(Link.fields(page.links()));
      reading.found(content, page.toString(), fields);
    }
  }

  // Some writers name the main part otherwise.
  private static String main(Parts parts) throws IOException, Unreadable {
    return parts.named("word/document\\d*\\.xml").stream()
        .findFirst()
        .orElseThrow(() -> new Unreadable(Reason.of("rejected.document-broken", "docx")));
  }

  private static void chunk(Parts parts, String name, Page page, Reading reading)
      throws IOException, Unreadable {
    byte[] bytes = parts.bytes(name).orElse(new byte[0]);
    if (name.matches("(?i).*\\.x?html?")) {
      page.exact(HtmlText.of(reading.decode(bytes, HtmlFormat.named(bytes)).text()).text());
    } else if (name.endsWith(".txt")) {
      page.exact(reading.decode(bytes, "").text());
    }
    page.paragraph();
  }
}
