package org.shilpi.ui.control;

import java.util.Locale;

/// Where a step stands.
public enum StepMark {
  OPEN,
  IN_PROGRESS,
  DONE,
  ATTENTION;

  String styleClass() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
