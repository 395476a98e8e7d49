package org.shilpi.workflow;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.shilpi.quality.Kind;
import org.shilpi.store.QualityStore.Found;
import org.shilpi.store.QualityStore.Header;

/// What was found about a project's data.
///
/// @param current whether nothing changed since; else it should be made anew
/// @param texts how many were looked at
public record QualityReport(
    Instant made, boolean current, long texts, List<FoundFinding> findings) {
  public QualityReport {
    findings = List.copyOf(findings);
  }

  static QualityReport of(Header header, boolean current, List<Found> findings) {
    return new QualityReport(
        header.made(), current, header.texts(), findings.stream().map(FoundFinding::of).toList());
  }

  /// Findings that nobody settled and that matter.
  public long open() {
    return findings.stream().filter(FoundFinding::open).count();
  }

  /// Kinds that were looked for and not found. What takes a survey is never among them.
  public List<Kind> clean() {
    Set<Kind> found =
        findings.stream().map(one -> one.finding().kind()).collect(Collectors.toSet());
    return Arrays.stream(Kind.values())
        .filter(kind -> !kind.surveyed() && !found.contains(kind))
        .toList();
  }
}
