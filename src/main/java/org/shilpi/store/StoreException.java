package org.shilpi.store;

import java.io.Serial;

/// The database failed in a way that the user cannot mend.
public final class StoreException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  StoreException(Throwable cause) {
    super(cause);
  }
}
