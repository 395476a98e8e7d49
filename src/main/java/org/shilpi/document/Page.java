package org.shilpi.document;

import java.util.ArrayList;
import java.util.List;

/// Lines as they are laid out: words are joined by single spaces, blocks stand on lines of their
/// own, what is quoted has a mark in front, as in plain mails.
final class Page {
  /// Quotes within quotes that are told apart.
  private static final int MOST_MARKS = 9;

  private static final int MOST_LINKS = 200;

  private final StringBuilder out = new StringBuilder();
  private final List<Link> links = new ArrayList<>();
  private int quotes;
  private int cells;
  private int lineStart;
  private boolean space;

  /// Words between marks, whose spaces and line ends mean one space.
  void words(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == '\u00a0') {
        space = true;
      } else {
        put(c);
      }
    }
  }

  /// Text whose spaces and line ends count.
  void exact(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\n') {
        line();
      } else if (c != '\r') {
        space &= c != ' ';
        put(c);
      }
    }
  }

  private void put(char c) {
    if (out.length() == lineStart) {
      out.repeat("> ", Math.min(quotes, MOST_MARKS));
      space = false;
    }
    if (space && out.charAt(out.length() - 1) != '\t') {
      out.append(' ');
    }
    space = false;
    out.append(c);
  }

  /// Ends the line, even an empty one.
  void line() {
    out.append('\n');
    lineStart = out.length();
    space = false;
  }

  /// Ends the line if anything stands on it.
  void block() {
    if (out.length() > lineStart) {
      line();
    }
    space = false;
  }

  /// Leaves a blank line, unless nothing stands above it.
  void paragraph() {
    block();
    int end = out.length();
    if (end > 0 && !(end > 1 && out.charAt(end - 2) == '\n')) {
      line();
    }
  }

  /// Moves to the next cell of a table's row.
  void cell() {
    if (out.length() > lineStart) {
      out.append('\t');
      space = false;
    }
  }

  void tab() {
    space = false;
    put('\t');
  }

  /// Starts a cell whose lines become one.
  void openCell() {
    if (cells == 0) {
      cell();
    } else {
      space = true;
    }
    cells++;
  }

  void closeCell() {
    cells--;
  }

  /// Starts a paragraph or a row of a table.
  void startBlock() {
    if (cells == 0) {
      block();
    } else {
      space = true;
    }
  }

  /// Ends a paragraph, even an empty one.
  void endParagraph() {
    if (cells == 0) {
      line();
    } else {
      space = true;
    }
  }

  /// Ends the words of a link, and says where it leads unless they do.
  void link(Link link) {
    if (linkElsewhere(link) && !link.tellsTarget()) {
      words(" " + link.told());
    }
  }

  /// Notes a link that has no words of its own.
  ///
  /// @return whether it leads out of the document, and there are not too many already
  boolean linkElsewhere(Link link) {
    return link.leadsOut() && links.size() < MOST_LINKS && links.add(link);
  }

  List<Link> links() {
    return links;
  }

  void quote(int by) {
    block();
    quotes = Math.max(0, quotes + by);
  }

  int length() {
    return out.length();
  }

  String since(int place) {
    return out.substring(Math.min(place, out.length())).strip();
  }

  @Override
  public String toString() {
    return out.toString();
  }
}
