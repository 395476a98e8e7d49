package org.shilpi.data.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shilpi.data.DataFile;
import org.shilpi.data.Mapping.Mapped;
import org.shilpi.data.Origin;
import org.shilpi.data.ReadFile;
import org.shilpi.data.RowReader;
import org.shilpi.data.Wanted;
import org.shilpi.data.format.Formats;
import org.shilpi.job.CancelledException;
import org.shilpi.project.TaskKind;

class LogFormatTest {
  private static final String LOG =
      """
      2026-05-12 14:06:01,123 INFO  [main] shop.Cart: Added 3 items for user 4711
      2026-05-12 14:06:02,001 ERROR [pool-1] shop.Payment: Card refused by 10.0.0.7:443
      java.io.IOException: refused
      \tat shop.Payment.pay(Payment.java:12)

      Caused by: java.net.SocketException
      2026-05-12 14:06:03,500 INFO  [main] shop.Cart: Added 12 items for user 4712
      2026-05-12 14:06:04,000 WARN  [main] shop.Cart: पुणे: cart of user 99 is empty
      2026-05-12 14:06:05,000 INFO  [main] shop.Cart: Added 1 items for user 5
      """;

  @TempDir Path temp;

  private ReadFile read(String content, Wanted wanted) throws IOException {
    return ReadFile.of(Files.writeString(temp.resolve("server.out"), content), wanted);
  }

  @Test
  void aLogThatIsReadWholeBeforeItsFirstTemplateCanBeStopped() throws IOException {
    StringBuilder log = new StringBuilder();
    for (int i = 0; i < 5_000; i++) {
      log.append("2026-05-12 14:06:01 INFO user ").append(i).append(" logged in\n");
    }
    Path file = Files.writeString(temp.resolve("server.log"), log);
    try (RowReader rows = DataFile.inspect(file, Formats.ALL, Wanted.NOTHING).read()) {
      List<Double> shares = new ArrayList<>();
      rows.meanwhile(() -> {
        shares.add(rows.share());
        if (shares.size() == 3) {
          throw new CancelledException();
        }
      });
      assertThatThrownBy(rows::next).isInstanceOf(CancelledException.class);
      assertThat(shares).isSorted().last(InstanceOfAssertFactories.DOUBLE).isLessThan(1);
    }
  }

  @Test
  void aLogIsOneTextForEachTemplateWithItsCountAndFirstRecord() throws IOException {
    ReadFile file = read(LOG, Wanted.NOTHING.withTask(TaskKind.CLASSIFY));

    assertThat(file.format()).isEqualTo("log");
    assertThat(file.texts())
        .extracting(Mapped.Text::text)
        .containsExactly(
            "Added <number> items for user <number>",
            "Card refused by <ip>",
            "पुणे: cart of user <number> is empty");
    assertThat(file.texts().getFirst().origin())
        .isEqualTo(
            new Origin(
                Map.of(
                    Origin.DATE,
                    "2026-05-12T14:06:01",
                    "level",
                    "INFO",
                    "component",
                    "shop.Cart",
                    "count",
                    "3",
                    "line",
                    "1",
                    "parameters",
                    "3, 4711",
                    "example",
                    LOG.lines().findFirst().orElseThrow())));
    assertThat(file.texts().get(1).origin().fields().get("example"))
        .endsWith("Caused by: java.net.SocketException")
        .contains("Payment.java:12");
  }

  @Test
  void recordByRecordTheLinesOfAStackTraceStayTogether() throws IOException {
    ReadFile file = read(LOG, Wanted.NOTHING.withFormat("log-records").withTask(TaskKind.CLASSIFY));

    assertThat(file.texts()).hasSize(5);
    assertThat(file.texts().get(1).text())
        .isEqualTo(String.join("\n", LOG.lines().toList().subList(1, 6)));
    assertThat(file.texts().get(1).origin().fields())
        .containsEntry("level", "ERROR")
        .containsEntry("component", "shop.Payment")
        .containsEntry("line", "2");
    assertThat(file.texts().get(2).origin().fields()).containsEntry("line", "7");
  }

  @Test
  void withoutMomentsTheIndentedLinesBelongTogether() throws IOException {
    ReadFile file = read("first\n  of two\n\nsecond\n", Wanted.NOTHING.withFormat("log-records"));

    assertThat(file.texts())
        .extracting(Mapped.Text::text)
        .containsExactly("first\n  of two", "second");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      value = {
        "2026-05-12T14:06:01.5Z WARN hello there ! WARN ! hello there",
        "[2026-05-12 14:06:01] [error] [pid 12] hello there ! ERROR ! hello there",
        "May 12 14:06:01 combo sshd(pam_unix)[19939]: hello there ! '' ! hello there",
        "081109 203615 148 INFO dfs.DataNode$PacketResponder: hello there ! INFO ! hello there",
        "[Sun Dec 04 04:47:44 2005] [notice] hello there ! NOTICE ! hello there",
        "10.1.1.1 - - [12/May/2026:14:06:01 +0530] \"GET /a HTTP/1.1\" 200 ! '' ! \"GET /a HTTP/1.1\" 200",
        "03-17 16:13:38.811  1702  2395 D WindowManager: hello there ! D ! hello there",
        "- 1117838570 2005.06.03 R02-M1 2005-06-03-15.42.50.675872 R02-M1 RAS KERNEL INFO hello there ! INFO ! hello there"
      })
  void theHeadIsToldFromTheMessage(String line, String level, String message) {
    LogHead head = LogHead.of(line).orElseThrow();
    assertThat(head.level().orElse("")).isEqualTo(level);
    assertThat(new LogRecord(1, 1, head, line).message()).isEqualTo(message);
  }

  @ParameterizedTest
  @CsvSource({
    "uid=0, uid=<number>",
    "blk_-38865, blk_<number>",
    "/10.251.73.220:50010, /<ip>",
    "0x1f, <hex>",
    "/var/log/mail.log, <path>",
    "a@b.example, <mail>",
    "550e8400-e29b-41d4-a716-446655440000, <uuid>",
    "IPv4, IPv4",
    "plain, plain"
  })
  void valuesAreMaskedByWhatTheyAre(String word, String masked) {
    assertThat(Masks.mask(word)).isEqualTo(masked);
  }
}
