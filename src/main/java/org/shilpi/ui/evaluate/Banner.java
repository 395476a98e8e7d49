package org.shilpi.ui.evaluate;

import java.util.stream.Collectors;
import org.shilpi.evaluate.Sentence;
import org.shilpi.evaluate.Verdict;
import org.shilpi.text.Messages;
import org.shilpi.ui.control.Tone;
import org.shilpi.ui.control.VerdictBanner;

/// A verdict as the banner that heads the page.
final class Banner {
  private Banner() {}

  static VerdictBanner of(Verdict verdict, Messages words) {
    Tone tone =
        switch (verdict.trust()) {
          case YES -> Tone.SUCCESS;
          case CAREFUL -> Tone.WARNING;
          case NO -> Tone.DANGER;
        };
    return new VerdictBanner(
        tone,
        say(verdict.answer(), words),
        verdict.reasons().stream()
            .map(reason -> say(reason, words))
            .collect(Collectors.joining(" ")));
  }

  private static String say(Sentence sentence, Messages words) {
    return words.of(sentence.key(), sentence.arguments().toArray());
  }
}
