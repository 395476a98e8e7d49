package org.shilpi.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shilpi.job.Problem;

class TextEncodingTest {
  private static final String CHINESE = "我们的机器学习模型需要更多的数据。请把所有的邮件和文件导入到项目中，然后开始训练。";
  private static final String TAIWAN = "我們的機器學習模型需要更多的資料。請把所有的郵件和檔案匯入到專案中，然後開始訓練。";
  private static final String JAPANESE = "機械学習のモデルにはもっと多くのデータが必要です。すべてのメールと書類を取り込んでから、学習を始めてください。";
  private static final String KOREAN = "기계 학습 모델에는 더 많은 데이터가 필요합니다. 모든 메일과 문서를 가져온 다음 학습을 시작하십시오.";
  private static final String RUSSIAN =
      "Нашей модели нужно больше данных. Загрузите все письма и документы в проект, затем начните обучение.";
  private static final String GREEK =
      "Το μοντέλο μας χρειάζεται περισσότερα δεδομένα. Εισαγάγετε όλα τα έγγραφα και ξεκινήστε την εκπαίδευση.";
  private static final String ARABIC =
      "يحتاج نموذجنا إلى المزيد من البيانات. استورد جميع الرسائل والمستندات إلى المشروع ثم ابدأ التدريب.";
  private static final String FRENCH =
      "Notre modèle a besoin de plus de données : importez les courriers, puis démarrez l’entraînement.";

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "GB18030, zh",
    "Big5, tw",
    "Shift_JIS, ja",
    "EUC-JP, ja",
    "ISO-2022-JP, ja",
    "EUC-KR, ko",
    "windows-1251, ru",
    "KOI8-R, ru",
    "windows-1253, el",
    "windows-1256, ar",
    "windows-1252, fr",
    "UTF-8, zh",
    "UTF-16LE, fr"
  })
  void theEncodingIsFoundInTheBytes(String charset, String language) throws IOException {
    String text = text(language);
    Path file = folder.resolve("a.txt");
    Files.write(file, text.getBytes(Charset.forName(charset)));

    TextEncoding encoding = TextEncoding.of(file, Optional.empty());

    StringWriter read = new StringWriter();
    encoding.reader(Files.newInputStream(file)).transferTo(read);
    assertThat(read).hasToString(text);
  }

  @Test
  void whatTheUserSaysGoesFirst() throws IOException {
    Path file = folder.resolve("a.txt");
    Files.write(file, RUSSIAN.getBytes(Charset.forName("windows-1251")));

    assertThat(TextEncoding.of(file, Optional.of("ISO-8859-5")).charset().name())
        .isEqualTo("ISO-8859-5");
    assertThatThrownBy(() -> TextEncoding.of(file, Optional.of("UTF-8")))
        .isInstanceOf(Problem.class);
  }

  private static String text(String language) {
    return switch (language) {
      case "zh" -> CHINESE;
      case "tw" -> TAIWAN;
      case "ja" -> JAPANESE;
      case "ko" -> KOREAN;
      case "ru" -> RUSSIAN;
      case "el" -> GREEK;
      case "ar" -> ARABIC;
      default -> FRENCH;
    };
  }
}
