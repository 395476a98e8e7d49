package org.shilpi.quality;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Characters that are not what was meant: see [Mojibake], [Hidden], and the sign that stands where
/// a character was lost.
final class BrokenCharacters implements Check {
  private static final char LOST = '\uFFFD';

  private final List<Member> mojibake = new ArrayList<>();
  private final List<Member> lost = new ArrayList<>();
  private final List<Member> hidden = new ArrayList<>();

  @Override
  public void see(int row, Item item) {
    String text = item.text();
    if (plain(text)) {
      return;
    }
    String mended = Mojibake.mended(text);
    if (!mended.equals(text)) {
      mojibake.add(Member.alone(item.id(), text.length() - mended.length()));
    }
    if (mended.indexOf(LOST) >= 0) {
      lost.add(Member.alone(item.id()));
    }
    int removed = mended.length() - Hidden.removed(mended).length();
    if (removed > 0) {
      hidden.add(Member.alone(item.id(), removed));
    }
  }

  // Nearly all texts: no second look is needed.
  private static boolean plain(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= 0x7F || c < ' ' && c != '\n' && c != '\r' && c != '\t') {
        return false;
      }
    }
    return true;
  }

  @Override
  public List<Finding> findings() {
    List<Finding> findings = new ArrayList<>();
    add(findings, Kind.MOJIBAKE, Severity.WARNING, Optional.of(Mend.REWRITE), mojibake);
    add(findings, Kind.LOST_CHARACTERS, Severity.WARNING, Optional.empty(), lost);
    add(findings, Kind.HIDDEN_CHARACTERS, Severity.NOTE, Optional.of(Mend.REWRITE), hidden);
    return findings;
  }

  private static void add(
      List<Finding> findings,
      Kind kind,
      Severity severity,
      Optional<Mend> mend,
      List<Member> members) {
    if (!members.isEmpty()) {
      findings.add(
          new Finding(kind, "", severity, members.size(), List.of(), Picture.NONE, mend, members));
    }
  }
}
