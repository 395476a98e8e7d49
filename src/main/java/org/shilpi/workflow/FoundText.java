package org.shilpi.workflow;

import org.shilpi.data.Judgement;
import org.shilpi.data.Split;
import org.shilpi.quality.Member;
import org.shilpi.store.QualityStore.Concerned;

/// A text of a finding, as it is now.
///
/// @param aside whether it was set aside since
public record FoundText(
    Member member, String text, Judgement judgement, Split split, boolean aside) {
  static FoundText of(Concerned found) {
    return new FoundText(
        found.member(), found.text(), found.judgement(), found.split(), found.aside());
  }
}
