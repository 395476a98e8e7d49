package org.shilpi.data.labeled;

import java.util.List;

/// In which formats labeled texts can leave a project.
public final class LabeledFormats {
  public static final List<LabeledFormat> ALL =
      List.of(
          new CsvOut(),
          new DoccanoOut(true),
          new LabelStudioOut(),
          new DoccanoOut(false),
          new SpacyOut(),
          new ConllOut(),
          new FastTextOut());

  private LabeledFormats() {}
}
