package org.shilpi.evaluate;

/// Right answers of something simpler on the same texts.
///
/// @param name `majority`, `tfidf` or `frozen`
/// @param accuracy share of right answers, 0 to 1
/// @param pValue [McNemar]'s exact test, two-sided: how often chance alone would make the two
///   differ this much
public record BaselineScore(String name, double accuracy, Interval interval, double pValue) {}
