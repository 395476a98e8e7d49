package org.shilpi.architecture.bad.features.ui.home;

public final class Home {}
