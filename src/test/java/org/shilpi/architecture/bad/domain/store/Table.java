package org.shilpi.architecture.bad.domain.store;

public final class Table {}
