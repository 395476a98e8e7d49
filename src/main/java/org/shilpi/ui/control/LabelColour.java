package org.shilpi.ui.control;

/// The twelve label colours, given out in the order of the labels and then again from the first.
public final class LabelColour {
  /// How many there are.
  public static final int COUNT = 12;

  private LabelColour() {}

  /// The style class that sets `-label-fill`, `-label-tint`, `-label-text` and `-label-figure` for
  /// a node and all in it.
  ///
  /// @param index place of the label in its project, from 0
  public static String of(int index) {
    return "label-" + (Math.floorMod(index, COUNT) + 1);
  }
}
