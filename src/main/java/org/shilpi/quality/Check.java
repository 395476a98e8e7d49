package org.shilpi.quality;

import java.util.List;

/// Looks at one text after the other and says what is wrong with them. Holds one data set's
/// figures; not for use by several threads.
interface Check {
  void see(int row, Item item);

  /// What was found, nothing if all is well. Called once, after the last text.
  List<Finding> findings();
}
