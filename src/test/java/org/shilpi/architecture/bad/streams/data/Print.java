package org.shilpi.architecture.bad.streams.data;

final class Print {
  void hello() {
    System.out.println();
  }
}
