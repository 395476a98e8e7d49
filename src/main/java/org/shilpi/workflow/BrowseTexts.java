package org.shilpi.workflow;

import java.util.List;
import org.shilpi.data.Labeled;
import org.shilpi.store.ExampleStore;

/// Looks through a project's texts, page by page. Safe for use by several threads.
public final class BrowseTexts {
  private final ProjectSession session;

  public BrowseTexts(ProjectSession session) {
    this.session = session;
  }

  public long count() {
    return new ExampleStore(session.database()).count();
  }

  /// Texts with what is said of them, in the order in which they came in. Numbers run from 1
  /// without gaps, since no text is ever taken out.
  ///
  /// @param from place of the first, from 0
  public List<Labeled> page(long from, int limit) {
    return new ExampleStore(session.database()).page(from, limit);
  }
}
