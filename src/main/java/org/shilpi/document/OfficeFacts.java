package org.shilpi.document;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.shilpi.data.Origin;

/// Title, writer and date that a document tells of itself.
final class OfficeFacts {
  private OfficeFacts() {}

  /// Of a document in parts; empty strings for what it does not tell.
  static Map<String, String> of(Parts parts) throws IOException, Unreadable {
    Document office = parts.tree("docProps/core.xml");
    Document facts = office.childrenSize() > 0 ? office : parts.tree("meta.xml");
    return of(
        text(facts, "dc:title"),
        first(text(facts, "meta:initial-creator"), text(facts, "dc:creator")),
        first(text(facts, "dcterms:created"), text(facts, "meta:creation-date")));
  }

  /// @param date in ISO-8601
  static Map<String, String> of(String title, String writer, String date) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put(Origin.DATE, date.matches("\\d{4}-\\d\\d-\\d\\d([T ].*)?") ? date : "");
    fields.put(Origin.SENDER, writer);
    fields.put(Origin.TITLE, title);
    return fields;
  }

  private static String text(Document facts, String tag) {
    Element element = facts.getElementsByTag(tag).first();
    return element == null ? "" : element.text().strip();
  }

  private static String first(String one, String other) {
    return one.isEmpty() ? other : one;
  }
}
