package org.shilpi.ui.basemodel;

import java.util.Optional;
import org.shilpi.basemodel.BaseModel;
import org.shilpi.basemodel.Footprint;
import org.shilpi.ui.control.Tone;
import org.shilpi.ui.shell.Machine;

/// A base model on its card.
///
/// @param footprint memory it needs, once known
/// @param check whether its weights are the ones its hash names
record ModelCard(BaseModel model, Optional<Footprint> footprint, Check check) {
  /// What is known of the weights on disk.
  enum Check {
    WAITING,
    CHECKED,
    BROKEN
  }

  /// How training all weights, or at least a head, goes with this machine's memory.
  enum Fit {
    ROOM(Tone.SUCCESS),
    FITS(Tone.SUCCESS),
    TIGHT(Tone.WARNING),
    QUICK_ONLY(Tone.WARNING),
    NOT_AT_ALL(Tone.DANGER);

    private final Tone tone;

    Fit(Tone tone) {
      this.tone = tone;
    }

    Tone tone() {
      return tone;
    }

    static Fit of(Footprint needs, Machine machine) {
      if (!Footprint.fits(needs.quick(), machine.memory())) {
        return NOT_AT_ALL;
      }
      if (!Footprint.fits(needs.thorough(), machine.memory())) {
        return QUICK_ONLY;
      }
      if (needs.thorough() > machine.memoryFree()) {
        return TIGHT;
      }
      return needs.thorough() * 2 <= machine.memoryFree() ? ROOM : FITS;
    }
  }
}
