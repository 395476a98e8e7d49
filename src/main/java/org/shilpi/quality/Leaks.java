package org.shilpi.quality;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.shilpi.data.Split;

/// Test texts that are known from training: the same text, a near copy, or another text of the same
/// thread. Only what the user decided counts: dealing keeps copies together, and tells where it
/// cannot. A test text counts once, with the closest kind.
final class Leaks {
  private final Roll roll;
  private final BitSet counted = new BitSet();

  private Leaks(Roll roll) {
    this.roll = roll;
  }

  static List<Finding> of(Roll roll, Copies copies) {
    Leaks leaks = new Leaks(roll);
    List<Finding> findings = new ArrayList<>();
    findings.addAll(leaks.across(Kind.LEAK_EQUAL, copies.equal()));
    findings.addAll(leaks.across(Kind.LEAK_NEAR, copies.near()));
    findings.addAll(leaks.across(Kind.LEAK_GROUP, roll.threads()));
    return findings;
  }

  private List<Finding> across(Kind kind, int[] firsts) {
    List<Member> members = new ArrayList<>();
    int[] counts = new int[2];
    Copies.families(
        firsts,
        rows -> {
          int leaked = 0;
          boolean known = false;
          for (int row : rows) {
            leaked += leaks(row) ? 1 : 0;
            known |= known(row);
          }
          if (leaked == 0 || !known) {
            return;
          }
          counts[0]++;
          counts[1] += leaked;
          for (int row : rows) {
            if (known(row) || leaks(row)) {
              members.add(Member.of(roll.id(row), counts[0], leaks(row)));
            }
          }
          for (int row : rows) {
            counted.set(row, counted.get(row) || leaks(row));
          }
        });
    return counts[1] == 0
        ? List.of()
        : List.of(
            new Finding(
                kind,
                "",
                Severity.SERIOUS,
                counts[1],
                List.of(Long.toString(Math.round(100 * Copies.THRESHOLD))),
                new Picture.Pair(Split.TRAIN.id(), Split.TEST.id()),
                Optional.of(Mend.MOVE_TO_TRAINING),
                members));
  }

  private boolean leaks(int row) {
    return roll.split(row) == Split.TEST && !counted.get(row);
  }

  // Validation texts pick the best pass, and some methods learn from them in the end.
  private boolean known(int row) {
    return roll.split(row) == Split.TRAIN || roll.split(row) == Split.VALIDATION;
  }
}
