package org.shilpi.quality;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Texts that are there more than once and were not judged differently (see [Conflicts]).
final class EqualCopies {
  private EqualCopies() {}

  static List<Finding> of(Roll roll, Copies copies) {
    List<Member> members = new ArrayList<>();
    int[] families = new int[1];
    Copies.families(
        copies.equal(),
        rows -> {
          if (!roll.differ(rows)) {
            families[0]++;
            int keeper = roll.keeper(rows);
            for (int row : rows) {
              members.add(Member.of(roll.id(row), families[0], row != keeper));
            }
          }
        });
    int superfluous = members.size() - families[0];
    return superfluous == 0
        ? List.of()
        : List.of(
            new Finding(
                Kind.EQUAL_COPIES,
                "",
                Severity.NOTE,
                superfluous,
                List.of(),
                new Picture.Share(superfluous, roll.size()),
                Optional.of(Mend.SET_ASIDE),
                members));
  }
}
