package org.shilpi.data;

/// Reads the cells of a label's column.
@FunctionalInterface
public interface LabelReader {
  /// The cell is the name of a label, or nothing where it is blank.
  LabelReader NAME = (cell, text) -> Judgement.of(cell.strip());

  /// What a cell says of the text beside it.
  ///
  /// @throws OddRow if that cannot be understood
  Judgement read(String cell, String text);
}
