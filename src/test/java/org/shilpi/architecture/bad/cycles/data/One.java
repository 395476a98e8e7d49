package org.shilpi.architecture.bad.cycles.data;

public final class One {
  final org.shilpi.architecture.bad.cycles.label.Two two =
      new org.shilpi.architecture.bad.cycles.label.Two();
}
