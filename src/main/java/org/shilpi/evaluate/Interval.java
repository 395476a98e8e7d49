package org.shilpi.evaluate;

/// A 95 % interval of a share, 0 to 1.
public record Interval(double low, double high) {}
