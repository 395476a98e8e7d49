package org.shilpi.quality;

import java.util.ArrayList;
import java.util.List;
import org.shilpi.job.JobContext;
import org.shilpi.job.Progress;

/// Looks at all texts of a data set and tells what was found, the worst kind first. Reads the texts
/// twice; memory grows by some 150 bytes a text, whatever its length.
public final class Examination {
  /// @param findings the worst kind first
  /// @param copies which texts are copies of which
  public record Examined(List<Finding> findings, Copies copies) {}

  private static final double FIRST_READING = 0.6;

  private final Corpus corpus;
  private final JobContext context;
  private final Roll roll;
  private final CopySearch copies;
  private final List<Check> checks;

  /// @param labels of the project, in order
  /// @param limit most tokens that the base model reads of a text
  /// @param languages that the base model was made for, empty if unknown
  public Examination(
      Corpus corpus, List<String> labels, int limit, List<String> languages, JobContext context) {
    this.corpus = corpus;
    this.context = context;
    this.roll = new Roll(corpus.size());
    this.copies = new CopySearch(corpus.size());
    this.checks =
        List.of(
            new LabelSizes(labels),
            new SmallTest(),
            new Languages(languages),
            new BrokenCharacters(),
            new ShortTexts(),
            new LongTexts(limit));
  }

  /// @throws org.shilpi.job.CancelledException if the context was cancelled
  public Examined run() {
    corpus.each((row, item) -> {
      context.checkCancelled();
      roll.see(row, item);
      copies.see(row, item);
      for (Check check : checks) {
        check.see(row, item);
      }
      context.report(
          Progress.of(FIRST_READING * row / corpus.size(), "progress.quality.read", row + 1));
    });
    Copies found =
        copies.copies(
            corpus,
            context,
            share ->
                context.report(
                    Progress.of(
                        FIRST_READING + (1 - FIRST_READING) * share, "progress.quality.copies")));
    List<Finding> findings = new ArrayList<>();
    findings.addAll(Leaks.of(roll, found));
    findings.addAll(Conflicts.of(roll, found));
    findings.addAll(EqualCopies.of(roll, found));
    findings.addAll(NearCopies.of(roll, found));
    checks.forEach(check -> findings.addAll(check.findings()));
    findings.sort(Finding.ORDER);
    return new Examined(findings, found);
  }
}
