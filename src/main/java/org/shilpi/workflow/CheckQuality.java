package org.shilpi.workflow;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.shilpi.basemodel.Catalogue;
import org.shilpi.job.JobContext;
import org.shilpi.job.Problem;
import org.shilpi.job.Progress;
import org.shilpi.quality.Examination;
import org.shilpi.quality.Finding;
import org.shilpi.store.LabelStore;
import org.shilpi.store.QualityStore;

/// Tells what is wrong with a project's data. The newest report is kept, so that it is there at
/// once; it says itself whether it is still true. Safe for use by several threads.
public final class CheckQuality {
  private static final int MOST_TOKENS = 512;

  private final ProjectSession session;
  private final Catalogue catalogue;

  public CheckQuality(ProjectSession session, Catalogue catalogue) {
    this.session = session;
    this.catalogue = catalogue;
  }

  /// Looks at all texts that were not set aside and keeps what it finds.
  ///
  /// @throws Problem if there are no texts
  /// @throws org.shilpi.job.CancelledException if the context was cancelled; the last report stays
  public QualityReport run(JobContext context) throws IOException {
    QualityStore store = new QualityStore(session.database());
    String stamp = store.stamp();
    ProjectCorpus corpus = new ProjectCorpus(store);
    if (corpus.size() == 0) {
      throw Problem.of("problem.quality.nothing");
    }
    int limit = Math.min(MOST_TOKENS, catalogue.get(session.baseModel()).maxPositions());
    List<String> labels = new LabelStore(session.database()).names();
    List<Finding> findings = new Examination(corpus, labels, limit, context).run();
    context.report(Progress.unknown("progress.quality.save"));
    session
        .database()
        .transaction(statements -> {
          new QualityStore(statements)
              .replace(
                  new QualityStore.Header(stamp, corpus.size(), session.clock().instant()),
                  findings);
          return stamp;
        });
    return last().orElseThrow();
  }

  /// The newest report, if there is one.
  public Optional<QualityReport> last() {
    QualityStore store = new QualityStore(session.database());
    return store
        .header()
        .map(header ->
            QualityReport.of(header, header.stamp().equals(store.stamp()), store.findings()));
  }

  /// Texts of a finding, the worst first, families together.
  ///
  /// @param from place of the first, from 0
  public List<FoundText> texts(long finding, long from, int limit) {
    return new QualityStore(session.database())
        .members(finding, from, limit).stream().map(FoundText::of).toList();
  }

  /// Accepts a finding as it is. It stays settled in later reports, until there is more of it.
  ///
  /// @throws Problem if the newest report has no such finding
  public void settle(long finding) {
    QualityStore store = new QualityStore(session.database());
    store.settle(find(store, finding), session.clock().instant());
  }

  /// Takes [#settle] back.
  ///
  /// @throws Problem if the newest report has no such finding
  public void reopen(long finding) {
    QualityStore store = new QualityStore(session.database());
    store.reopen(find(store, finding));
  }

  static Finding find(QualityStore store, long finding) {
    return store
        .find(finding)
        .orElseThrow(() -> Problem.of("problem.quality.no-finding", Long.toString(finding)))
        .finding();
  }
}
