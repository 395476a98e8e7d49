package org.shilpi.workflow;

import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.shilpi.data.Labeled;
import org.shilpi.data.TextFilter;
import org.shilpi.job.JobContext;
import org.shilpi.store.ExampleStore;
import org.shilpi.store.LabelStore;
import org.shilpi.store.LookupStore;

/// Looks through a project's texts, page by page. Safe for use by several threads.
public final class BrowseTexts {
  private static final int STRETCH = 20_000;
  private static final int NO_SUCH_LABEL = -1;

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

  /// Numbers of the texts that a filter lets through, in order: eight bytes a text.
  public long[] find(TextFilter filter, JobContext context) {
    Optional<Integer> label =
        filter
            .label()
            .map(name ->
                name.isEmpty()
                    ? 0
                    : new LabelStore(session.database()).number(name).orElse(NO_SUCH_LABEL));
    LongStream.Builder found = LongStream.builder();
    long last = count();
    for (long after = 0; after < last; after += STRETCH) {
      context.checkCancelled();
      new LookupStore(session.database())
          .ids(filter.words(), label, after, Math.min(last, after + STRETCH))
          .forEach(found::add);
    }
    return found.build().toArray();
  }

  /// Texts by their numbers, in order.
  public List<Labeled> these(List<Long> ids) {
    return new ExampleStore(session.database()).these(ids);
  }
}
