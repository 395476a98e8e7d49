package org.shilpi.data.labeled;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.shilpi.data.Judgement;
import org.shilpi.data.Mark;
import org.shilpi.data.Words;
import org.shilpi.data.labeled.ConllLine.Word;

/// A text and its marks, out of words with tags.
record ConllText(String text, Judgement judgement) {
  /// The words with single spaces between them.
  static ConllText joined(List<Word> words) {
    StringBuilder text = new StringBuilder();
    List<Integer> starts = new ArrayList<>();
    for (Word word : words) {
      text.append(text.isEmpty() ? "" : " ");
      starts.add(text.length());
      text.append(word.word());
    }
    return of(text.toString(), words, starts);
  }

  /// The words where they stand in a text; empty if there is more in it than words and spaces.
  static Optional<ConllText> in(String text, List<Word> words) {
    List<Integer> starts = new ArrayList<>();
    int at = 0;
    for (Word word : words) {
      at = afterSpaces(text, at);
      if (!text.startsWith(word.word(), at)) {
        return Optional.empty();
      }
      starts.add(at);
      at += word.word().length();
    }
    return afterSpaces(text, at) == text.length()
        ? Optional.of(of(text, words, starts))
        : Optional.empty();
  }

  private static int afterSpaces(String text, int from) {
    int at = from;
    while (at < text.length() && Words.isSpace(text.codePointAt(at))) {
      at += Character.charCount(text.codePointAt(at));
    }
    return at;
  }

  private static ConllText of(String text, List<Word> words, List<Integer> starts) {
    List<Mark> marks = new ArrayList<>();
    String open = "";
    int start = 0;
    int end = 0;
    for (int i = 0; i < words.size(); i++) {
      Tag tag = words.get(i).tag();
      boolean goesOn = !open.isEmpty() && !tag.starts() && tag.label().equals(open);
      if (!goesOn) {
        add(marks, start, end, open);
        start = starts.get(i);
      }
      end = starts.get(i) + words.get(i).word().length();
      open = tag.label();
      if (tag.ends()) {
        add(marks, start, end, open);
        open = "";
      }
    }
    add(marks, start, end, open);
    return new ConllText(text, new Judgement.Spans(marks));
  }

  private static void add(List<Mark> marks, int start, int end, String label) {
    if (!label.isEmpty()) {
      marks.add(new Mark(start, end, label));
    }
  }
}
