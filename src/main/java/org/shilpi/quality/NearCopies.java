package org.shilpi.quality;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Texts that are nearly equal. Of equal ones among them only the first counts, and where people
/// judged them differently they are left to people.
final class NearCopies {
  private NearCopies() {}

  static List<Finding> of(Roll roll, Copies copies) {
    List<Member> alike = new ArrayList<>();
    List<Member> contrary = new ArrayList<>();
    // Families that are alike, superfluous texts, families that are contrary.
    int[] counts = new int[3];
    Copies.families(
        copies.near(),
        all -> {
          int[] rows = Arrays.stream(all).filter(row -> copies.equal()[row] == row).toArray();
          if (rows.length < 2) {
            return;
          }
          int keeper = roll.keeper(rows);
          if (roll.differ(rows)) {
            counts[2]++;
            for (int row : rows) {
              contrary.add(Member.of(roll.id(row), counts[2], true));
            }
          } else {
            counts[0]++;
            counts[1] += rows.length - 1;
            for (int row : rows) {
              alike.add(Member.of(roll.id(row), counts[0], row != keeper));
            }
          }
        });
    List<Finding> findings = new ArrayList<>();
    String percent = Long.toString(Math.round(100 * Copies.THRESHOLD));
    if (counts[2] > 0) {
      findings.add(
          new Finding(
              Kind.NEAR_CONFLICT,
              "",
              Severity.NOTE,
              counts[2],
              List.of(percent),
              Picture.NONE,
              Optional.empty(),
              contrary));
    }
    if (counts[1] > 0) {
      findings.add(
          new Finding(
              Kind.NEAR_COPIES,
              "",
              Severity.NOTE,
              counts[1],
              List.of(percent),
              new Picture.Share(counts[1], roll.size()),
              Optional.of(Mend.SET_ASIDE),
              alike));
    }
    return findings;
  }
}
