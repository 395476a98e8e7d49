package org.shilpi.quality;

/// What a base model shows of texts.
///
/// @param limit most tokens that a training would read of a text
/// @param tokens of each text, special ones included
/// @param distances of each text to those that are most like it: the mean of 1 − cosine over the
///   ten nearest, 0 to 2
/// @param probabilities of each label for each text, from a model that learned from the other texts
///   only; an empty row where the text has no label, no rows where there was too little to learn
///   from
/// @param sizes numbers of texts that more and more was learned from, rising; may be empty
/// @param hits right answers after learning from so many
/// @param tested out of how many texts
public record Survey(
    int limit,
    int[] tokens,
    float[] distances,
    float[][] probabilities,
    int[] sizes,
    int[] hits,
    int tested) {}
