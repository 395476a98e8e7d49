/// Which settings a search tries next: pure arithmetic, repeatable by seed.
///
/// Trials climb rungs, each of more passes than the one below, and only the best of a rung go on:
/// successive halving (Jamieson and Talwalkar, 2016) in its asynchronous form (Li et al., A System
/// for Massively Parallel Hyperparameter Tuning, 2020), which needs no number of trials beforehand
/// and so fits a budget of time: it can be stopped after any trial. New settings are drawn at
/// random until enough are known, then near those that did well (Bergstra et al., Algorithms for
/// Hyper-Parameter Optimization, 2011).
///
/// A search judges by the loss on the validation texts, never on test texts. The best of many
/// trials is a little flattered by its validation score, which is one more reason to look at the
/// test score only once, at the end.
///
/// Turned down: Bayesian optimisation with a Gaussian process (needs more trials than a budget of
/// minutes allows before it beats this), and Hyperband's several brackets (the lowest rung, one
/// whole pass, says enough to be trusted).
@NullMarked
package org.shilpi.train.search;

import org.jspecify.annotations.NullMarked;
