package org.shilpi.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shilpi.data.Dealing;
import org.shilpi.data.LabeledText;
import org.shilpi.data.Snapshot;
import org.shilpi.data.SnapshotFile;
import org.shilpi.data.Split;
import org.shilpi.job.JobContext;

class DealTextsTest {
  @TempDir Path temp;

  // Twenty letters with five near copies each: one word differs.
  private static String letters() {
    StringBuilder rows = new StringBuilder("text,label,date\n");
    for (int letter = 0; letter < 20; letter++) {
      for (int copy = 0; copy < 5; copy++) {
        rows.append("letter ").append("abcdefghijklmnopqrst".charAt(letter));
        for (int word = 0; word < 30; word++) {
          rows.append(' ').append(Integer.toString(7_919 * (letter * 31 + word) % 46_649, 36));
        }
        rows.append(" copy").append(copy).append(',').append(letter % 2 == 0 ? "even" : "odd");
        rows.append(",2026-05-").append(String.format("%02d%n", 1 + letter));
      }
    }
    return rows.toString();
  }

  @Test
  void nearCopiesGoToOneSideAndTheTestsSizeIsTold() throws IOException {
    Path file = Files.writeString(temp.resolve("letters.csv"), letters());
    try (ProjectSession session = TestProject.create(temp.resolve("project"))) {
      new ImportData(session).run(ImportRequest.of(file), JobContext.quiet());
      DealTexts verb = new DealTexts(session);
      DealTexts.Parts looked = verb.look(JobContext.quiet());
      assertThat(session.paths().snapshot(looked.fingerprint())).doesNotExist();
      assertThat(looked.kept()).isEqualTo(new DealTexts.Kept(100, 100, 0, 100, 0));
      DealTexts.Parts parts = verb.run(JobContext.quiet());
      assertThat(parts).isEqualTo(looked);
      assertThat(parts.by()).isEqualTo(Dealing.By.LABEL);
      Snapshot snapshot = SnapshotFile.read(session.paths().snapshot(parts.fingerprint()));
      Map<String, Split> side = new HashMap<>();
      for (LabeledText row : snapshot.rows()) {
        assertThat(side.merge(row.text().substring(0, 8), row.split(), (a, b) -> a))
            .isEqualTo(row.split());
      }
      assertThat(side).hasSize(20);
      assertThat(parts.parts().values().stream().mapToInt(n -> n).sum()).isEqualTo(100);
      assertThat(parts.size().isEnough()).isFalse();
      assertThat(parts.leftOut()).isZero();

      verb.choose(Dealing.By.TIME);
      DealTexts.Parts byTime = verb.run(JobContext.quiet());
      assertThat(byTime.by()).isEqualTo(Dealing.By.TIME);
      assertThat(SnapshotFile.read(session.paths().snapshot(byTime.fingerprint())).part(Split.TEST))
          .hasSize(20)
          .allMatch(row -> row.text().charAt(7) >= 'q');
    }
  }
}
