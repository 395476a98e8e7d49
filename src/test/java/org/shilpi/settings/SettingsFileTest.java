package org.shilpi.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsFileTest {
  @TempDir Path temp;
  private SettingsFile file;

  @BeforeEach
  void name() {
    file = new SettingsFile(new AppFolders(temp));
  }

  @Test
  void whatWasSavedComesBack() throws IOException {
    assertThat(file.load()).isEqualTo(Settings.DEFAULTS);
    Settings settings =
        Settings.DEFAULTS
            .withLanguage("hi")
            .withTheme("dark")
            .withLessMotion(true)
            .withRecent(temp.resolve("प्रोजेक्ट"));
    file.save(settings);
    assertThat(file.load()).isEqualTo(settings);
  }

  @Test
  void theNewestProjectComesFirstAndOnce() {
    Settings settings = Settings.DEFAULTS;
    for (int i : IntStream.rangeClosed(1, 10).toArray()) {
      settings = settings.withRecent(temp.resolve("p" + i));
    }
    settings = settings.withRecent(temp.resolve("p5"));
    assertThat(settings.recent())
        .extracting(path -> String.valueOf(path.getFileName()))
        .containsExactly("p5", "p10", "p9", "p8", "p7", "p6", "p4", "p3");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[]",
        "null",
        "{\"language\":1,\"recent\":3}",
        "{\"language\":\"hi\"}",
        "{\"recent\":[]}"
      })
  void aDamagedFileIsSetAsideAndTheDefaultsServe(String content) throws IOException {
    Files.writeString(temp.resolve("settings.json"), content);
    assertThat(file.load()).isEqualTo(Settings.DEFAULTS);
    assertThat(temp.resolve("settings.json.damaged")).hasContent(content);
    file.save(Settings.DEFAULTS);
    assertThat(file.load()).isEqualTo(Settings.DEFAULTS);
  }
}
