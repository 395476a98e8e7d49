package org.shilpi.quality;

/// The texts of a data set, each with a row number from 0 that stays the same: read as often as the
/// checks need, never all in memory.
public interface Corpus {
  int size();

  /// Hands out all texts in the order of their rows.
  void each(Visitor visitor);

  /// One text again.
  String text(int row);

  @FunctionalInterface
  interface Visitor {
    void visit(int row, Item item);
  }
}
