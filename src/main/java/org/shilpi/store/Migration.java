package org.shilpi.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/// One step of the schema, as SQL. Steps are only ever added: one that was released never changes.
///
/// @param version from 1, without gaps
record Migration(int version, String sql) {
  private static final List<String> FILES =
      List.of(
          "V001__init.sql",
          "V002__judgements.sql",
          "V003__quality.sql",
          "V004__privacy.sql",
          "V005__fields.sql");

  /// All steps of this program, in order.
  static List<Migration> all() {
    return FILES.stream().map(Migration::load).toList();
  }

  private static Migration load(String file) {
    try (InputStream in = Migration.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException(file + " is missing from this program");
      }
      String sql = new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
      return new Migration(Integer.parseInt(file.substring(1, 4)), sql);
    } catch (IOException e) {
      throw new IllegalStateException("cannot read " + file, e);
    }
  }

  /// SHA-256 of the SQL, 64 hexadecimal digits.
  String checksum() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(sql.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
