package org.shilpi.architecture.bad.phones.data;

class Caller {
  com.google.i18n.phonenumbers.Phonenumber.PhoneNumber number =
      new com.google.i18n.phonenumbers.Phonenumber.PhoneNumber();
}
