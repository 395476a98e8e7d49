package org.shilpi.ui.data;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.IntToLongFunction;
import javafx.collections.ObservableListBase;

/// A long list of which only the pages in view are in memory; a row whose page is not there yet is
/// empty, and changes when the page arrives.
final class PagedTexts extends ObservableListBase<TextRow> {
  static final int PAGE = 200;
  private static final int MOST_PAGES = 12;

  private final int size;
  private final IntToLongFunction numbers;
  private final BiConsumer<Integer, Consumer<List<TextRow>>> reader;
  private final Map<Integer, List<TextRow>> pages =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Integer, List<TextRow>> eldest) {
          return size() > MOST_PAGES;
        }
      };

  /// All texts, which are numbered from 1 without gaps.
  ///
  /// @param reader asked for the page that starts at a place; answers later, on the window's thread
  PagedTexts(int size, BiConsumer<Integer, Consumer<List<TextRow>>> reader) {
    this(size, place -> place + 1L, reader);
  }

  /// @param numbers the number of the text at a place
  PagedTexts(
      int size, IntToLongFunction numbers, BiConsumer<Integer, Consumer<List<TextRow>>> reader) {
    this.size = size;
    this.numbers = numbers;
    this.reader = reader;
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public TextRow get(int index) {
    int page = index / PAGE;
    List<TextRow> rows = pages.get(page);
    if (rows == null) {
      pages.put(page, List.of());
      reader.accept(page * PAGE, read -> arrived(page, read));
      return TextRow.waiting(numbers.applyAsLong(index));
    }
    int place = index % PAGE;
    return place < rows.size() ? rows.get(place) : TextRow.waiting(numbers.applyAsLong(index));
  }

  private void arrived(int page, List<TextRow> rows) {
    pages.put(page, rows);
    beginChange();
    for (int i = page * PAGE; i < Math.min(size, (page + 1) * PAGE); i++) {
      nextUpdate(i);
    }
    endChange();
  }
}
