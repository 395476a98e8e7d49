package org.shilpi.quality;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Equal texts that people judged differently: no model can learn both.
final class Conflicts {
  private Conflicts() {}

  static List<Finding> of(Roll roll, Copies copies) {
    List<Member> members = new ArrayList<>();
    int[] families = new int[1];
    Copies.families(
        copies.equal(),
        rows -> {
          if (roll.differ(rows)) {
            families[0]++;
            for (int row : rows) {
              members.add(Member.of(roll.id(row), families[0], true));
            }
          }
        });
    return families[0] == 0
        ? List.of()
        : List.of(
            new Finding(
                Kind.CONFLICT,
                "",
                Severity.WARNING,
                families[0],
                List.of(),
                Picture.NONE,
                Optional.empty(),
                members));
  }
}
