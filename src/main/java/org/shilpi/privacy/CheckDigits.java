package org.shilpi.privacy;

/// Numbers that prove themselves.
final class CheckDigits {
  // The dihedral group D5 and the permutation of J. Verhoeff, Error Detecting Decimal Codes (1969).
  private static final int[] PERMUTATION = {1, 5, 7, 6, 2, 8, 3, 0, 9, 4};
  private static final int IBAN_MODULUS = 97;
  private static final String GSTIN_DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

  private CheckDigits() {}

  /// H. P. Luhn's sum (ISO/IEC 7812-1), as cards bear it.
  static boolean luhn(String digits) {
    int sum = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = digits.charAt(digits.length() - 1 - i) - '0';
      if (i % 2 == 1) {
        digit = digit > 4 ? 2 * digit - 9 : 2 * digit;
      }
      sum += digit;
    }
    return sum % 10 == 0;
  }

  /// Verhoeff's check digit, the last one, as Aadhaar numbers bear it.
  static boolean verhoeff(String digits) {
    int check = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = digits.charAt(digits.length() - 1 - i) - '0';
      for (int times = i % 8; times > 0; times--) {
        digit = PERMUTATION[digit];
      }
      check = product(check, digit);
    }
    return check == 0;
  }

  // Rotations are 0 to 4, reflections 5 to 9.
  private static int product(int a, int b) {
    if (a < 5) {
      return b < 5 ? (a + b) % 5 : (a + b - 5) % 5 + 5;
    }
    return b < 5 ? (a - 5 - b + 5) % 5 + 5 : (a - b + 5) % 5;
  }

  /// ISO 13616: moved to the end, letters as 10 to 35, the first four make the rest 1 modulo 97.
  ///
  /// @param iban letters and digits only, at least five
  static boolean iban(String iban) {
    int rest = 0;
    String turned = iban.substring(4) + iban.substring(0, 4);
    for (int i = 0; i < turned.length(); i++) {
      int value = Character.digit(turned.charAt(i), 36);
      rest = (rest * (value > 9 ? 100 : 10) + value) % IBAN_MODULUS;
    }
    return rest == 1;
  }

  /// The fifteenth character of an Indian tax number: a sum to the base of 36.
  static boolean gstin(String gstin) {
    int sum = 0;
    for (int i = 0; i < 14; i++) {
      int product = GSTIN_DIGITS.indexOf(gstin.charAt(i)) * (i % 2 + 1);
      sum += product / 36 + product % 36;
    }
    return GSTIN_DIGITS.charAt((36 - sum % 36) % 36) == gstin.charAt(14);
  }
}
