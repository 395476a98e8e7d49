/// What texts give away about people, and what is done about it before a model learns from them.
///
/// Finders are rules, one small class for a few kinds: patterns, check digits, words beside and
/// lists of names. No model is needed, so the gate stands before the first training, and every
/// finding can be explained. Where rules guess (names above all) they say how sure they are; recall
/// comes first, since a name that was masked in vain costs a word, and one that was missed a
/// person's secret. Decided against: a library of recognisers, which would bring models or a second
/// runtime; and learned rules inside this room, since a project's own span model can be taught the
/// same marks with everything else that Shilpi offers.
///
/// All patterns are possessive or bounded, so that a text takes time in proportion to its length.
/// The lists of names and words are our own, written for this program; countries, languages and the
/// cities of time zones come from the Java run-time (Unicode CLDR).
@NullMarked
package org.shilpi.privacy;

import org.jspecify.annotations.NullMarked;
