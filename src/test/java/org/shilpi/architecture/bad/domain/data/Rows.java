package org.shilpi.architecture.bad.domain.data;

final class Rows {
  final org.shilpi.architecture.bad.domain.store.Table table =
      new org.shilpi.architecture.bad.domain.store.Table();
}
