package org.shilpi.privacy;

import static org.shilpi.privacy.Action.GENERALISE;
import static org.shilpi.privacy.Action.LEAVE;
import static org.shilpi.privacy.Action.MASK;
import static org.shilpi.privacy.Action.PSEUDONYM;

import java.util.Locale;

/// What a text can give away about a person or an organisation.
public enum Kind {
  PERSON(PSEUDONYM),
  EMAIL(PSEUDONYM),
  PHONE(MASK),
  /// Street, house, flat, box: what a letter or a visitor needs.
  ADDRESS(MASK),
  POSTCODE(GENERALISE),
  /// City, region, country.
  PLACE(LEAVE),
  ORGANIZATION(LEAVE),
  BIRTH_DATE(GENERALISE),
  /// Below 90 no age alone points to anybody (45 CFR 164.514).
  AGE(LEAVE),
  DATE(LEAVE),
  IBAN(MASK),
  CARD(MASK),
  IP(GENERALISE),
  MAC(MASK),
  /// An address on the web that gives nothing away but itself.
  LINK(LEAVE),
  /// A key, password or token, also inside a link.
  SECRET(MASK),
  AADHAAR(MASK),
  /// Permanent account number of the Indian income tax department.
  PAN(MASK),
  GSTIN(MASK),
  /// A bank's branch in India.
  IFSC(LEAVE),
  UPI(MASK),
  SSN(MASK),
  DRIVING_LICENCE(MASK),
  MEDICAL_RECORD(MASK),
  /// Nationality, religion, political party.
  BELONGING(LEAVE),
  /// Form of address or profession.
  TITLE(LEAVE),
  /// What one of the project's own patterns found.
  CUSTOM(MASK);

  private final Action usual;

  Kind(Action usual) {
    this.usual = usual;
  }

  /// What is done about it unless somebody decides otherwise.
  public Action usual() {
    return usual;
  }

  /// Name for commands and files, as `birth-date`.
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
