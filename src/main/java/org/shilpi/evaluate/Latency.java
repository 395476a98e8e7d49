package org.shilpi.evaluate;

/// Time for one text alone, in milliseconds: half of the texts and 95 of 100 are faster.
public record Latency(double p50, double p95, int samples) {}
