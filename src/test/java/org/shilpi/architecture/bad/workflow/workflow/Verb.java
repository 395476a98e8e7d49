package org.shilpi.architecture.bad.workflow.workflow;

final class Verb {
  final org.shilpi.architecture.bad.workflow.djl.Engine engine =
      new org.shilpi.architecture.bad.workflow.djl.Engine();
}
