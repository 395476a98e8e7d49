package org.shilpi.store;

import java.util.Optional;

/// Facts about the project itself, by name.
public record SettingStore(Statements statements) {
  public static final String TASK = "task";
  public static final String BASE_MODEL = "baseModel";

  /// There while an import goes on, and after one that was cut off.
  public static final String IMPORT = "import";

  public Optional<String> get(String name) {
    return statements.first("SELECT content FROM setting WHERE name = ?", row -> row.text(1), name);
  }

  public void put(String name, String content) {
    statements.update("MERGE INTO setting (name, content) VALUES (?, ?)", name, content);
  }

  public void remove(String name) {
    statements.update("DELETE FROM setting WHERE name = ?", name);
  }
}
