package org.shilpi.workflow.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// An element of HTML or SVG. Everything put into it is escaped when it is written, so that no text
/// of a user can become markup.
final class Element {
  /// Elements of HTML that have no end tag.
  private static final Set<String> VOID = Set.of("br", "col");

  private final String name;
  private final Map<String, String> attributes = new LinkedHashMap<>();
  private final List<Object> children = new ArrayList<>();

  private Element(String name) {
    this.name = name;
  }

  static Element of(String name, String... classes) {
    Element element = new Element(name);
    return classes.length == 0 ? element : element.with("class", String.join(" ", classes));
  }

  /// An element around a text.
  static Element text(String name, String text, String... classes) {
    return of(name, classes).add(text);
  }

  Element with(String attribute, String value) {
    attributes.put(attribute, value);
    return this;
  }

  /// A number with at most two decimals, for coordinates and widths.
  Element with(String attribute, double value) {
    return with(attribute, number(value));
  }

  Element add(String text) {
    children.add(text);
    return this;
  }

  Element add(Element... elements) {
    children.addAll(List.of(elements));
    return this;
  }

  static String number(double value) {
    String text = String.format(Locale.ROOT, "%.2f", value);
    return text.replaceFirst("\\.?0+$", "");
  }

  @Override
  public String toString() {
    StringBuilder out = new StringBuilder();
    write(out);
    return out.toString();
  }

  private void write(StringBuilder out) {
    out.append('<').append(name);
    attributes.forEach((key, value) ->
        out.append(' ').append(key).append("=\"").append(escape(value)).append('"'));
    out.append('>');
    if (VOID.contains(name)) {
      return;
    }
    for (Object child : children) {
      if (child instanceof Element element) {
        element.write(out);
      } else {
        out.append(escape((String) child));
      }
    }
    out.append("</").append(name).append('>');
  }

  /// Also drops control characters that HTML cannot hold.
  private static String escape(String text) {
    StringBuilder out = new StringBuilder(text.length() + 16);
    text.codePoints()
        .forEach(c -> {
          switch (c) {
            case '&' -> out.append("&amp;");
            case '<' -> out.append("&lt;");
            case '>' -> out.append("&gt;");
            case '"' -> out.append("&quot;");
            case '\'' -> out.append("&#39;");
            default -> {
              if (c >= ' ' || c == '\n' || c == '\t') {
                out.appendCodePoint(c);
              }
            }
          }
        });
    return out.toString();
  }
}
