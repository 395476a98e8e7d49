package org.shilpi.data;

import java.io.IOException;

/// One way in which people keep texts in files. The implementations know nothing of each other; a
/// file is offered to them in turn.
public interface Format {
  /// Its name on the command line and in messages: lower-case letters and hyphens.
  String id();

  /// Whether a file that begins like this is most likely in this format: judged by content, by the
  /// file's name only where the content leaves it open.
  boolean recognises(Sample sample);

  /// How a file that begins like this is to be read.
  ///
  /// @throws org.shilpi.job.Problem if nothing in it can be read in this format
  Layout layout(Sample sample, Wanted wanted) throws IOException;
}
