package org.shilpi.workflow.report;

import org.shilpi.evaluate.Evaluation;
import org.shilpi.evaluate.Sentence;
import org.shilpi.evaluate.Verdict;

/// The verdict: one sentence, then what it rests on.
public final class Banner {
  private Banner() {}

  public static String of(Evaluation evaluation, Words words) {
    Verdict verdict = Verdict.of(evaluation);
    String tone =
        switch (verdict.trust()) {
          case YES -> "good";
          case CAREFUL -> "warn";
          case NO -> "bad";
        };
    Element banner = Element.of("section", "verdict", tone);
    banner.add(Element.text("h1", words.of(verdict.answer())));
    for (Sentence reason : verdict.reasons()) {
      banner.add(Element.text("p", words.of(reason)));
    }
    return banner.toString();
  }
}
