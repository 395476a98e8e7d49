package org.shilpi.document;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.shilpi.data.Reason;

/// PowerPoint's talks (ECMA-376 part 1, PresentationML): slide by slide, then notes, comments,
/// diagrams and charts.
final class PptxFormat implements Formats.Format {
  private static final String BESIDE =
      "ppt/(notesSlides/notesSlide\\d+|comments/\\w+|diagrams/data\\d*|charts/chart\\d*)\\.xml";

  @Override
  public void read(Content content, Reading reading) throws IOException, Unreadable {
    try (Parts parts = Parts.of(content, reading)) {
      List<String> names = new ArrayList<>(parts.named("ppt/slides/slide\\d+\\.xml"));
      if (names.isEmpty()) {
        throw new Unreadable(Reason.of("rejected.document-broken", "pptx"));
      }
      names.addAll(parts.named(BESIDE));
      Page page = new Page();
      for (String name : names) {
        XmlText.slides().read(parts.needed(name, "pptx"), page);
        page.paragraph();
      }
      reading.found(content, page.toString(), OfficeFacts.of(parts));
    }
  }
}
