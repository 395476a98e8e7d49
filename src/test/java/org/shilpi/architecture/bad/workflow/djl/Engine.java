package org.shilpi.architecture.bad.workflow.djl;

public final class Engine {}
