package org.shilpi.document;

import java.io.Serial;
import org.shilpi.data.Reason;

/// A file, or a part of one, gives no text: the reason is for the user.
final class Unreadable extends Exception {
  @Serial private static final long serialVersionUID = 1L;

  private final transient Reason reason;

  Unreadable(Reason reason) {
    super(reason.toString(), null, false, false);
    this.reason = reason;
  }

  static Unreadable locked() {
    return new Unreadable(Reason.of("rejected.document-locked"));
  }

  static Unreadable large() {
    return new Unreadable(Reason.of("rejected.document-large", Limits.mebibytes(Limits.DOCUMENT)));
  }

  static Unreadable swollen() {
    return new Unreadable(Reason.of("rejected.archive-size", Limits.mebibytes(Limits.ARCHIVE)));
  }

  Reason reason() {
    return reason;
  }
}
