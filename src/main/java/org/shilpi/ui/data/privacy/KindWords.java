package org.shilpi.ui.data.privacy;

import org.shilpi.privacy.Action;
import org.shilpi.privacy.Kind;
import org.shilpi.text.Messages;

/// What kinds of findings and actions are called.
record KindWords(Messages words) {
  String name(Kind kind) {
    return words.of("privacy.kind." + kind.id());
  }

  String name(Action action) {
    return words.of("privacy.action." + action.id());
  }

  static String icon(Kind kind) {
    return switch (kind) {
      case PERSON, TITLE, BELONGING, AGE, BIRTH_DATE -> "mdomz-person";
      case EMAIL, UPI -> "mdoal-alternate_email";
      case PHONE -> "mdomz-phone";
      case IBAN, CARD, IFSC -> "mdoal-credit_card";
      case ADDRESS, POSTCODE, PLACE, ORGANIZATION -> "mdoal-home";
      case IP, MAC, LINK -> "mdoal-insights";
      default -> "mdomz-security";
    };
  }
}
