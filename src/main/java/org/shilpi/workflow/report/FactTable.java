package org.shilpi.workflow.report;

import java.util.SequencedMap;

/// Names and values, such as where a run comes from.
public final class FactTable {
  private FactTable() {}

  /// @param title heading of the card
  /// @param how a sentence on what it is for
  /// @param facts values by name, in order
  public static String of(String title, String how, SequencedMap<String, String> facts) {
    Element table = Element.of("table", "facts");
    facts.forEach((name, value) ->
        table.add(
            Element.of("tr").add(Element.text("th", name), Element.text("td", value, "mono"))));
    return Element.of("section", "card")
        .add(
            Element.text("h2", title),
            Element.text("p", how, "note"),
            Element.of("div", "wide").add(table))
        .toString();
  }

  /// A text as it can stand in a page.
  public static String escaped(String text) {
    String element = Element.text("b", text).toString();
    return element.substring(3, element.length() - 4);
  }
}
