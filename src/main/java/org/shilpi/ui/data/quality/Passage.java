package org.shilpi.ui.data.quality;

import java.util.List;
import org.shilpi.data.Split;
import org.shilpi.quality.Member;
import org.shilpi.workflow.FoundText;

/// A text of a finding, cut to what fits into a few lines.
///
/// @param aside whether it was set aside
record Passage(Member member, String text, List<String> labels, Split split, boolean aside) {
  private static final int MOST = 320;

  static Passage of(FoundText found) {
    String text = found.text();
    String cut = text.length() > MOST ? text.substring(0, MOST) + "…" : text;
    return new Passage(
        found.member(),
        cut.replaceAll("\\s+", " ").strip(),
        found.judgement().labels().stream().distinct().toList(),
        found.split(),
        found.aside());
  }
}
