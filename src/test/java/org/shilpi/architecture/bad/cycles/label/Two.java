package org.shilpi.architecture.bad.cycles.label;

public final class Two {
  static Object one() {
    return new org.shilpi.architecture.bad.cycles.data.One();
  }
}
