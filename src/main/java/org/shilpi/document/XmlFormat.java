package org.shilpi.document;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;

/// Any XML: its characters, an element a line unless it stands in the middle of words. The parser
/// takes what is not well-formed, and knows no entities but the five of XML.
final class XmlFormat implements Formats.Format {
  private static final int SCANNED = 4096;
  private static final Pattern WORD_2003 = Pattern.compile("<w:wordDocument\\b");
  private static final Pattern NAMED =
      Pattern.compile("^\\s*<\\?xml[^>]{0,200}?encoding\\s*=\\s*[\"']([^\"']+)");

  @Override
  public void read(Content content, Reading reading) throws IOException, Unreadable {
    byte[] bytes = content.bytes();
    Decoding decoded = reading.decode(bytes, named(bytes));
    Page page = new Page();
    if (WORD_2003
        .matcher(decoded.text().substring(0, Math.min(SCANNED, decoded.text().length())))
        .find()) {
      XmlText.office(Map.of()).read(bytes, page);
    } else {
      Document tree = Jsoup.parse(decoded.text(), "", Parser.xmlParser());
      NodeTraversor.traverse(new Lines(page), tree);
    }
    reading.found(content, page.toString(), Map.of(Fields.CHARSET, decoded.charset()));
  }

  private static String named(byte[] bytes) {
    String start = new String(bytes, 0, Math.min(bytes.length, 400), StandardCharsets.ISO_8859_1);
    Matcher matcher = NAMED.matcher(start);
    return matcher.find() ? matcher.group(1) : "";
  }

  private static final class Lines implements NodeVisitor {
    private final Page page;
    private final Map<Element, Boolean> worded = new IdentityHashMap<>();

    Lines(Page page) {
      this.page = page;
    }

    @Override
    public void head(Node node, int depth) {
      if (node instanceof TextNode text) {
        page.words(text.getWholeText());
      } else if (node instanceof Element element && !amongWords(element)) {
        page.block();
      }
    }

    @Override
    public void tail(Node node, int depth) {
      if (node instanceof Element element && !amongWords(element)) {
        page.block();
      }
    }

    private boolean amongWords(Element element) {
      Element parent = element.parent();
      return parent != null
          && worded.computeIfAbsent(
              parent, p -> p.textNodes().stream().anyMatch(text -> !text.isBlank()));
    }
  }
}
