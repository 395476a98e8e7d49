package org.shilpi.document;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.shilpi.data.Reason;

/// Books in EPUB (ISO/IEC TS 30135): the chapters in their order.
final class EpubFormat implements Formats.Format {
  @Override
  public void read(Content content, Reading reading) throws IOException, Unreadable {
    try (Parts parts = Parts.of(content, reading)) {
      Element root = parts.tree("META-INF/container.xml").getElementsByTag("rootfile").first();
      if (root == null) {
        throw new Unreadable(Reason.of("rejected.document-broken", "epub"));
      }
      String path = root.attr("full-path");
      Document book = parts.tree(path);
      Map<String, String> files = new HashMap<>();
      for (Element item : book.getElementsByTag("item")) {
        files.put(item.attr("id"), item.attr("href"));
      }
      StringBuilder text = new StringBuilder();
      for (Element chapter : book.getElementsByTag("itemref")) {
        String file = files.getOrDefault(chapter.attr("idref"), "");
        String name = path.substring(0, path.lastIndexOf('/') + 1) + plain(file);
        byte[] bytes = parts.bytes(name).orElse(new byte[0]);
        String html = reading.decode(bytes, HtmlFormat.named(bytes)).text();
        text.append(HtmlText.of(html).text()).append("\n\n");
        if (text.length() > Limits.TEXT) {
          throw Unreadable.large();
        }
      }
      reading.found(
          content,
          text.toString(),
          OfficeFacts.of(text(book, "dc:title"), text(book, "dc:creator"), text(book, "dc:date")));
    }
  }

  private static String plain(String href) {
    try {
      return URLDecoder.decode(href.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return href;
    }
  }

  private static String text(Document book, String tag) {
    Element element = book.getElementsByTag(tag).first();
    return element == null ? "" : element.text().strip();
  }
}
