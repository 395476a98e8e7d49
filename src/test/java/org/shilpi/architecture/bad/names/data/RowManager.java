package org.shilpi.architecture.bad.names.data;

final class RowManager {}
