package org.shilpi.data;

/// What becomes of texts that came in before.
public enum Known {
  /// A file with the very same content as one that came in is refused; single texts that are there
  /// already come in all the same.
  REFUSE_FILE,
  /// Everything comes in once more.
  AGAIN,
  /// Only texts that are not there yet come in.
  LEAVE_OUT
}
