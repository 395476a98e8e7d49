package org.shilpi.quality;

/// A text that a finding is about.
///
/// @param example its number
/// @param family texts with the same number belong together, from 1; 0 where each stands alone
/// @param affected whether mending would change it; the others are shown beside those
/// @param proposal the label it should perhaps have, or an empty string
/// @param score how strongly it is concerned, more is worse, in the finding's own unit
public record Member(long example, int family, boolean affected, String proposal, double score) {
  static Member alone(long example) {
    return new Member(example, 0, true, "", 0);
  }

  static Member alone(long example, double score) {
    return new Member(example, 0, true, "", score);
  }

  static Member of(long example, int family, boolean affected) {
    return new Member(example, family, affected, "", 0);
  }
}
