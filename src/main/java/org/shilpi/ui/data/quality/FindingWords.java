package org.shilpi.ui.data.quality;

import java.util.Locale;
import org.shilpi.quality.Finding;
import org.shilpi.quality.Kind;
import org.shilpi.quality.Mend;
import org.shilpi.text.Messages;

/// What a finding is called, why it matters, and what can be done.
record FindingWords(Messages words) {
  String title(Finding finding) {
    return words.of("quality." + finding.kind().id() + ".title", finding.words(words.locale()));
  }

  String why(Finding finding) {
    return words.of("quality." + finding.kind().id() + ".why", finding.words(words.locale()));
  }

  /// What is said where nothing of the kind was found.
  String clean(Kind kind) {
    return words.of("quality." + kind.id() + ".clean");
  }

  String verb(Mend mend) {
    return words.of("quality.mend." + mend.name().toLowerCase(Locale.ROOT).replace('_', '-'));
  }

  /// What was done to so many texts.
  String done(Mend mend, long texts) {
    return words.of(
        switch (mend) {
          case SET_ASIDE -> "window.quality.done.set-aside";
          case MOVE_TO_TRAINING -> "window.quality.done.move-to-training";
          case REWRITE -> "window.quality.done.rewrite";
          case RELABEL -> "window.quality.done.relabel";
        },
        texts);
  }
}
