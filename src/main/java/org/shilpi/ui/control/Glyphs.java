package org.shilpi.ui.control;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Finds characters that no font here can draw and puts their names in their place, for the eye
/// only: the data keeps them.
public final class Glyphs {
  /// @param standIn whether these words stand in for a character
  record Part(String words, boolean standIn) {}

  private Glyphs() {}

  /// The text as one line of words, for labels and table cells.
  public static String plain(String text) {
    StringBuilder line = new StringBuilder(text.length());
    for (Part part : split(text)) {
      line.append(part.words());
    }
    return line.toString();
  }

  static List<Part> split(String text) {
    List<Part> parts = new ArrayList<>();
    StringBuilder plain = new StringBuilder();
    int i = 0;
    while (i < text.length()) {
      int point = text.codePointAt(i);
      i += Character.charCount(point);
      if (joins(point)) {
        continue;
      }
      if (pictorial(point)) {
        flush(plain, parts);
        parts.add(new Part(name(point), true));
      } else {
        plain.appendCodePoint(point);
      }
    }
    flush(plain, parts);
    return parts;
  }

  private static void flush(StringBuilder plain, List<Part> parts) {
    if (!plain.isEmpty()) {
      parts.add(new Part(plain.toString(), false));
      plain.setLength(0);
    }
  }

  /// Variation selectors and skin tones change the look of a neighbour and draw nothing themselves.
  /// The zero-width joiner is not among them: Devanagari needs it.
  private static boolean joins(int point) {
    return point == 0xFE0F || point == 0xFE0E || (point >= 0x1F3FB && point <= 0x1F3FF);
  }

  private static boolean pictorial(int point) {
    return (point >= 0x1F000 && point <= 0x1FAFF)
        || (Character.isEmojiPresentation(point) && point > 0x2000);
  }

  private static String name(int point) {
    String name = Character.getName(point);
    return name == null ? "[?]" : "[" + name.toLowerCase(Locale.ROOT) + "]";
  }
}
