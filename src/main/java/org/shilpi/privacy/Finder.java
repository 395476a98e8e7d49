package org.shilpi.privacy;

import java.util.function.Consumer;

/// Looks for one kind of thing, or a few related ones. Takes time linear in the text's length, and
/// may be used by several threads.
@FunctionalInterface
interface Finder {
  void find(Passage passage, Consumer<Finding> found);
}
