package org.shilpi.architecture.bad.sockets.data;

final class Call {
  final java.net.Socket socket = new java.net.Socket();
}
