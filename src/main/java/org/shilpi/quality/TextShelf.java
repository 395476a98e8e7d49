package org.shilpi.quality;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntFunction;

/// Texts that will be asked for again: as many as fit into [#MOST_CHARACTERS], the least lately
/// used ones make room and are fetched anew.
final class TextShelf {
  private static final long MOST_CHARACTERS = 24_000_000;

  private final IntFunction<String> fetch;
  private final Map<Integer, String> texts = new LinkedHashMap<>(16, 0.75f, true);
  private long characters;

  TextShelf(IntFunction<String> fetch) {
    this.fetch = fetch;
  }

  void put(int row, String text) {
    texts.put(row, text);
    characters += text.length();
    Iterator<String> oldest = texts.values().iterator();
    while (characters > MOST_CHARACTERS && texts.size() > 1) {
      characters -= oldest.next().length();
      oldest.remove();
    }
  }

  String get(int row) {
    String text = texts.get(row);
    if (text == null) {
      text = fetch.apply(row);
      put(row, text);
    }
    return text;
  }
}
