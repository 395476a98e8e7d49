package org.shilpi.ui.data.quality;

import java.util.List;
import org.shilpi.data.Judgement;
import org.shilpi.data.Split;
import org.shilpi.quality.Member;
import org.shilpi.workflow.FoundText;

/// A text of a finding, cut to what fits on the page.
///
/// @param aside whether it was set aside
record Passage(Member member, String whole, Judgement judgement, Split split, boolean aside) {
  private static final int MOST = 6_000;
  private static final int MOST_IN_LIST = 320;

  static Passage of(FoundText found) {
    return new Passage(
        found.member(), cut(found.text(), MOST), found.judgement(), found.split(), found.aside());
  }

  /// A few lines of it.
  String text() {
    return cut(whole, MOST_IN_LIST).replaceAll("\\s+", " ").strip();
  }

  List<String> labels() {
    return judgement.labels().stream().distinct().toList();
  }

  private static String cut(String text, int most) {
    return text.length() > most ? text.substring(0, most) + "…" : text;
  }
}
