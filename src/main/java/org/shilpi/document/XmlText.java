package org.shilpi.document;

import java.io.ByteArrayInputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.shilpi.data.Reason;

/// Text out of the XML of office documents, as a stream: what is text, what starts a line or a
/// cell, and what is skipped is told by the local names of elements.
///
/// @param words elements whose characters are text
/// @param exact whether spaces and line ends in the text count
/// @param skipped elements that are left out with all they hold
/// @param links elements whose text leads somewhere
/// @param target where the link leads to that starts here, empty for nowhere
record XmlText(
    Set<String> words,
    boolean exact,
    Set<String> skipped,
    Set<String> links,
    Function<XMLStreamReader, String> target) {
  private static final XMLInputFactory FACTORY = factory();

  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    // No document type, no entities: nothing that leads out of the file or grows without end.
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
    return factory;
  }

  /// Word's and PowerPoint's (ECMA-376 part 1: WordprocessingML, DrawingML).
  ///
  /// @param targets where links lead, by the id of their relationship
  static XmlText office(Map<String, String> targets) {
    return new XmlText(
        Set.of("t"),
        true,
        Set.of(
            "Fallback", "del", "moveFrom", "pPr", "rPr", "tblPr", "tcPr", "trPr", "sectPr", "rt"),
        Set.of("hyperlink"),
        xml -> targets.getOrDefault(String.valueOf(attribute(xml, "id")), ""));
  }

  /// PowerPoint's, with the words of comments.
  static XmlText slides() {
    XmlText office = office(Map.of());
    return new XmlText(Set.of("t", "text"), true, office.skipped, Set.of(), xml -> "");
  }

  /// OpenDocument's (ISO/IEC 26300).
  static XmlText openDocument() {
    return new XmlText(
        Set.of("p", "h"),
        false,
        Set.of(
            "tracked-changes",
            "note-citation",
            "forms",
            "ruby-text",
            "sequence-decls",
            "page-number",
            "page-count",
            "sheet-name"),
        Set.of("a"),
        xml -> attribute(xml, "href"));
  }

  private static String attribute(XMLStreamReader xml, String local) {
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      if (xml.getAttributeLocalName(i).equals(local)) {
        return xml.getAttributeValue(i);
      }
    }
    return "";
  }

  /// Adds the text of a part to a page.
  ///
  /// @throws Unreadable if it is no XML
  void read(byte[] part, Page page) throws Unreadable {
    try {
      XMLStreamReader xml = FACTORY.createXMLStreamReader(new ByteArrayInputStream(part));
      Walk walk = new Walk(page);
      while (xml.hasNext()) {
        switch (xml.next()) {
          case XMLStreamConstants.START_ELEMENT -> walk.start(xml);
          case XMLStreamConstants.END_ELEMENT -> walk.end(xml.getLocalName());
          case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA ->
              walk.characters(xml.getText());
          default -> {}
        }
        if (page.length() > Limits.TEXT) {
          throw Unreadable.large();
        }
      }
      page.block();
    } catch (XMLStreamException e) {
      throw new Unreadable(Reason.of("rejected.document-broken", "xml"));
    }
  }

  private final class Walk {
    private record Anchor(String target, int place) {}

    private final Page page;
    private final Deque<Anchor> anchors = new ArrayDeque<>();
    private int inWords;
    private int inSkipped;

    Walk(Page page) {
      this.page = page;
    }

    void start(XMLStreamReader xml) {
      String name = xml.getLocalName();
      if (inSkipped > 0 || skipped.contains(name)) {
        inSkipped++;
        return;
      }
      if (words.contains(name)) {
        inWords++;
      }
      if (links.contains(name)) {
        anchors.push(new Anchor(target.apply(xml), page.length()));
      }
      switch (name) {
        case "tab", "ptab" -> page.tab();
        case "br", "cr", "line-break" -> page.line();
        case "noBreakHyphen" -> page.exact("-");
        case "s" -> page.exact(" ".repeat(spaces(attribute(xml, "c"))));
        case "tc", "table-cell" -> page.openCell();
        case "p", "h", "tr", "table-row" -> page.startBlock();
        default -> {}
      }
    }

    private static int spaces(String count) {
      return count.matches("\\d{1,3}") ? Integer.parseInt(count) : 1;
    }

    void end(String name) {
      if (inSkipped > 0) {
        inSkipped--;
        return;
      }
      if (words.contains(name)) {
        inWords--;
      }
      if (links.contains(name) && !anchors.isEmpty()) {
        Anchor anchor = anchors.pop();
        page.link(new Link(page.since(anchor.place()), anchor.target()));
      }
      switch (name) {
        case "p", "h" -> page.endParagraph();
        case "tc", "table-cell" -> page.closeCell();
        case "tr", "table-row" -> page.startBlock();
        default -> {}
      }
    }

    void characters(String text) {
      if (inWords > 0 && inSkipped == 0) {
        if (exact) {
          page.exact(text);
        } else {
          page.words(text);
        }
      }
    }
  }
}
