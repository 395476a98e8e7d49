package org.shilpi.store;

import java.util.Optional;
import org.shilpi.privacy.Receipt;
import tools.jackson.databind.json.JsonMapper;

/// What the privacy gate did, only ever appended.
public record ReceiptStore(Statements statements) {
  private static final JsonMapper JSON = new JsonMapper();

  public void add(Receipt receipt) {
    statements.update(
        "INSERT INTO privacy_receipt (body) VALUES (?)", JSON.writeValueAsString(receipt));
  }

  public Optional<Receipt> newest() {
    return statements.first(
        "SELECT body FROM privacy_receipt ORDER BY id DESC LIMIT 1",
        row -> JSON.readValue(row.text(1), Receipt.class));
  }
}
