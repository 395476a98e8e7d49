package org.shilpi.architecture.bad.view.workflow;

public final class Verb {}
