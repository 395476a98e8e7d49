package org.shilpi.ui.data.quality;

/// Which findings are listed.
enum Filter {
  /// What is not settled, notes included.
  OPEN,
  SETTLED,
  ALL;

  boolean lets(Entry entry) {
    return this == ALL || entry.settled() == (this == SETTLED);
  }
}
