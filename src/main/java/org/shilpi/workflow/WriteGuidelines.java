package org.shilpi.workflow;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.shilpi.label.Guidelines;
import org.shilpi.label.SampleReadme;
import org.shilpi.store.SettingStore;

/// The project's labeling guidelines: reads and keeps them. Safe for use by several threads.
public final class WriteGuidelines {
  private static final String QUESTION = "guidelines.question";
  private static final String RULES = "guidelines.rules";
  private static final String README = "README.md";

  private final ProjectSession session;

  public WriteGuidelines(ProjectSession session) {
    this.session = session;
  }

  /// What was written last; [Guidelines#NONE] before.
  public Guidelines read() {
    SettingStore settings = new SettingStore(session.database());
    return new Guidelines(settings.get(QUESTION).orElse(""), settings.get(RULES).orElse(""));
  }

  /// Replaces them; on disk when it returns.
  public void run(Guidelines guidelines) throws IOException {
    session
        .database()
        .transaction(statements -> {
          SettingStore settings = new SettingStore(statements);
          settings.put(QUESTION, guidelines.question());
          settings.put(RULES, guidelines.rules());
          return guidelines;
        });
  }

  /// Takes them from the README in a sample's folder, where there is one that has rules.
  void ofSample(Path folder) throws IOException {
    Path readme = folder.resolve(README);
    if (Files.isRegularFile(readme)) {
      run(SampleReadme.guidelines(Files.readString(readme)));
    }
  }
}
