package org.shilpi.privacy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/// Which of the findings that overlap stands.
final class Resolution {
  // What proves itself goes first; then what covers more.
  private static final Comparator<Finding> FIRST =
      Comparator.comparingInt(Resolution::rank)
          .thenComparing(Finding::length)
          .thenComparing(Finding::confidence)
          .reversed()
          .thenComparing(Finding::start)
          .thenComparing(Finding::kind);

  private Resolution() {}

  /// @return findings that do not overlap, by where they start
  static List<Finding> of(List<Finding> all) {
    if (all.size() < 2) {
      return List.copyOf(all);
    }
    List<Finding> ordered = new ArrayList<>(all);
    ordered.sort(FIRST);
    TreeMap<Integer, Finding> kept = new TreeMap<>();
    for (Finding finding : ordered) {
      var before = kept.lowerEntry(finding.end());
      if (before == null || !before.getValue().overlaps(finding)) {
        kept.put(finding.start(), finding);
      }
    }
    return List.copyOf(kept.values());
  }

  private static int rank(Finding finding) {
    int rank =
        switch (finding.kind()) {
          case SECRET, CUSTOM -> 5;
          case EMAIL, UPI, IBAN, CARD, AADHAAR, PAN, GSTIN, SSN, MAC, IP, LINK, IFSC -> 4;
          case MEDICAL_RECORD, DRIVING_LICENCE, PHONE, BIRTH_DATE, DATE, AGE -> 3;
          case ADDRESS, POSTCODE -> 2;
          case PERSON, PLACE, ORGANIZATION, BELONGING, TITLE -> 1;
        };
    return finding.confidence() >= 0.5 ? 10 + rank : rank;
  }
}
