package org.shilpi.privacy;

/// A text that loses patience: a pattern that somebody wrote carelessly may look at the same
/// characters again and again, and would do so for ever.
final class PatientText implements CharSequence {
  private static final int LOOKS_PER_CHARACTER = 200;
  private static final int LOOKS_AT_LEAST = 20_000;

  /// The pattern took too long.
  static final class Impatience extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Impatience() {
      super("the pattern takes too long", null, false, false);
    }
  }

  private final CharSequence text;
  private final int[] left;

  PatientText(CharSequence text) {
    this(
        text,
        new int[] {
          (int)
              Math.min(
                  Integer.MAX_VALUE, LOOKS_AT_LEAST + (long) LOOKS_PER_CHARACTER * text.length())
        });
  }

  private PatientText(CharSequence text, int[] left) {
    this.text = text;
    this.left = left;
  }

  @Override
  public int length() {
    return text.length();
  }

  @Override
  public char charAt(int index) {
    if (--left[0] < 0) {
      throw new Impatience();
    }
    return text.charAt(index);
  }

  @Override
  public CharSequence subSequence(int start, int end) {
    return new PatientText(text.subSequence(start, end), left);
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
