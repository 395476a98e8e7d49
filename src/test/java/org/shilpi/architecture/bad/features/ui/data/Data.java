package org.shilpi.architecture.bad.features.ui.data;

final class Data {
  final org.shilpi.architecture.bad.features.ui.home.Home home =
      new org.shilpi.architecture.bad.features.ui.home.Home();
}
