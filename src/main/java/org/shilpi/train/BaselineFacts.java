package org.shilpi.train;

/// What is remembered of how the baselines were fitted.
///
/// @param strength the chosen C
/// @param majorityAccuracy right answers on the validation rows, 0 to 1
/// @param tfidfAccuracy the same for the linear model
record BaselineFacts(double strength, double majorityAccuracy, double tfidfAccuracy) {}
