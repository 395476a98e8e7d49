package org.shilpi.architecture.bad.doors.ui;

final class Page {
  final org.shilpi.architecture.bad.doors.store.Table table =
      new org.shilpi.architecture.bad.doors.store.Table();
}
