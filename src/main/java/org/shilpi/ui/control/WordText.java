package org.shilpi.ui.control;

import java.util.regex.Pattern;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/// Running text of more than one line, in any script.
///
/// JavaFX on Linux wraps a long run of Devanagari wrongly: the line overruns and is drawn again
/// below. One node a word wraps rightly, so text that needs shaping is cut into words; plain text
/// stays in one node. Emoji, for which there are no glyphs, show as their names in brackets.
public final class WordText extends TextFlow {
  /// More words than anybody reads on a page; the rest is left out and ends in an ellipsis.
  static final int MOST_WORDS = 4_000;

  private static final char DANDA = '।';

  private static final Pattern SHAPED = Pattern.compile("[\\u0590-\\u0DFF\\u0E00-\\u0FFF]");
  private static final Pattern AFTER_SPACE = Pattern.compile("(?<=\\s)(?=\\S)");

  private double least;

  public WordText(String text, String... styles) {
    getStyleClass().add("words");
    getStyleClass().addAll(styles);
    setMinHeight(USE_PREF_SIZE);
    show(text);
  }

  /// Takes at least this height, so that what stands below lines up with its neighbours'.
  public WordText atLeast(double height) {
    least = height;
    return this;
  }

  @Override
  protected double computePrefHeight(double width) {
    // A table's cell asks for the height without telling the width.
    double asked = width < 0 && getPrefWidth() > 0 ? getPrefWidth() : width;
    return Math.max(least, super.computePrefHeight(asked));
  }

  /// Replaces all words.
  public void show(String text) {
    getChildren().clear();
    add(text);
  }

  /// Adds words at the end.
  ///
  /// @param styles style classes of these words, such as `strong`
  public WordText add(String text, String... styles) {
    for (String piece : pieces(text)) {
      for (Glyphs.Part part : Glyphs.split(piece)) {
        Text node = new Text(part.words());
        node.getStyleClass().addAll("text");
        node.getStyleClass().addAll(styles);
        if (part.standIn()) {
          node.getStyleClass().add("stand-in");
        }
        getChildren().add(piece.indexOf(DANDA) > 0 ? whole(node) : node);
      }
    }
    return this;
  }

  /// The full stop of Hindi is a piece of its own to JavaFX: at the end of a line it overruns and
  /// is drawn again below, unless word and stop cannot be parted.
  private static Node whole(Text word) {
    return new Group(word) {
      @Override
      public double getBaselineOffset() {
        return word.getBaselineOffset();
      }
    };
  }

  private static String[] pieces(String text) {
    if (SHAPED.matcher(text).find()) {
      String[] words = AFTER_SPACE.split(text, MOST_WORDS + 1);
      if (words.length > MOST_WORDS) {
        words[MOST_WORDS] = "…";
      }
      return words;
    }
    int most = MOST_WORDS * 8;
    return new String[] {text.length() > most ? text.substring(0, most) + "…" : text};
  }
}
