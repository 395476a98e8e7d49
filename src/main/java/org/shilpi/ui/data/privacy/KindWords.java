package org.shilpi.ui.data.privacy;

import org.shilpi.data.Origin;
import org.shilpi.privacy.Action;
import org.shilpi.privacy.Kind;
import org.shilpi.text.Messages;
import org.shilpi.ui.control.Glyphs;

/// What kinds of findings and actions are called.
record KindWords(Messages words) {
  String name(Kind kind) {
    return words.of("privacy.kind." + kind.id());
  }

  String name(Action action) {
    return words.of("privacy.action." + action.id());
  }

  /// What a field of where texts come from is called; a file's own keep their names.
  String field(String field) {
    return switch (field) {
      case Origin.SENDER -> words.of("privacy.field.sender");
      case Origin.TITLE -> words.of("privacy.field.title");
      case Origin.GROUP -> words.of("privacy.field.group");
      case Origin.PATH -> words.of("privacy.field.path");
      case Origin.ID -> words.of("privacy.field.id");
      default -> Glyphs.plain(field);
    };
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
