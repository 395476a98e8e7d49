package org.shilpi.architecture.bad.view.ui;

final class PageView {
  final org.shilpi.architecture.bad.view.workflow.Verb verb =
      new org.shilpi.architecture.bad.view.workflow.Verb();
}
