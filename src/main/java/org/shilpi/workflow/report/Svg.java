package org.shilpi.workflow.report;

import java.text.BreakIterator;
import java.util.Locale;

/// Shapes that charts are made of.
final class Svg {
  private Svg() {}

  /// A drawing of fixed coordinates that shrinks with the page.
  ///
  /// @param said what a screen reader says instead
  static Element drawing(double width, double height, String said) {
    return Element.of("svg")
        .with("viewBox", "0 0 " + Element.number(width) + " " + Element.number(height))
        .with("style", "max-width:" + Element.number(width) + "px")
        .with("role", "img")
        .with("aria-label", said);
  }

  static Element line(double x1, double y1, double x2, double y2, String style) {
    return Element.of("line", style).with("x1", x1).with("y1", y1).with("x2", x2).with("y2", y2);
  }

  static Element box(double x, double y, double width, double height, String style) {
    return Element.of("rect", style)
        .with("x", x)
        .with("y", y)
        .with("width", width)
        .with("height", height)
        .with("rx", 3);
  }

  /// @param anchor `start`, `middle` or `end`
  static Element label(double x, double y, String anchor, String text, String... classes) {
    return Element.of("text", classes)
        .with("x", x)
        .with("y", y)
        .with("text-anchor", anchor)
        .add(text);
  }

  /// At most so many characters as people count them: a Devanagari syllable is never cut apart.
  static String shortened(String text, int most) {
    BreakIterator characters = BreakIterator.getCharacterInstance(Locale.ROOT);
    characters.setText(text);
    int end = characters.first();
    for (int i = 0; i < most - 1 && end != BreakIterator.DONE; i++) {
      end = characters.next();
    }
    boolean fits =
        end == BreakIterator.DONE || end == text.length() || characters.next() == text.length();
    return fits ? text : text.substring(0, end).strip() + "…";
  }
}
