package org.shilpi.architecture.bad.threads.data;

final class Spin {
  Thread start() {
    return Thread.startVirtualThread(() -> {});
  }
}
