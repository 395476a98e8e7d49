package org.shilpi.workflow;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.shilpi.quality.Kind;
import org.shilpi.store.QualityStore.Found;
import org.shilpi.store.QualityStore.Header;

/// What was found about a project's data.
///
/// @param stamp what the texts were
/// @param current whether nothing changed since; else it should be made anew
/// @param texts how many were looked at
/// @param surveyed when the texts were last looked at through the base model, if ever
public record QualityReport(
    Instant made,
    String stamp,
    boolean current,
    long texts,
    List<FoundFinding> findings,
    Optional<Surveyed> surveyed) {
  public QualityReport {
    findings = List.copyOf(findings);
  }

  static QualityReport of(
      Header header, boolean current, List<Found> findings, Optional<Surveyed> surveyed) {
    return new QualityReport(
        header.made(),
        header.stamp(),
        current,
        header.texts(),
        findings.stream().map(FoundFinding::of).toList(),
        surveyed);
  }

  /// Findings that nobody settled and that matter.
  public long open() {
    return findings.stream().filter(FoundFinding::open).count();
  }

  /// Whether nothing changed since the last survey.
  public boolean surveyCurrent() {
    return current && surveyed.filter(one -> one.stamp().equals(stamp)).isPresent();
  }

  /// Kinds that were looked for and not found. What takes a survey is among them only as long as
  /// nothing changed since the last one; what more labels would bring is never fine or not.
  public List<Kind> clean() {
    Set<Kind> found =
        findings.stream().map(one -> one.finding().kind()).collect(Collectors.toSet());
    return Arrays.stream(Kind.values())
        .filter(kind -> !found.contains(kind) && kind != Kind.ENOUGH)
        .filter(kind -> !kind.surveyed() || surveyCurrent())
        // Where there was too little to learn from, nobody judged the labels.
        .filter(kind -> kind != Kind.SUSPICIOUS_LABEL || found.contains(Kind.ENOUGH))
        .toList();
  }
}
