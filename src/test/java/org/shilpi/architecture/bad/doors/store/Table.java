package org.shilpi.architecture.bad.doors.store;

public final class Table {}
