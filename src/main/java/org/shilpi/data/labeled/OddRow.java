package org.shilpi.data.labeled;

import java.io.Serial;
import org.shilpi.data.Reason;

/// A record cannot come in: caught where it is read, and turned into a rejected row.
final class OddRow extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  private final transient Reason reason;

  OddRow(String key, String... arguments) {
    super(key, null, false, false);
    this.reason = Reason.of(key, arguments);
  }

  Reason reason() {
    return reason;
  }
}
