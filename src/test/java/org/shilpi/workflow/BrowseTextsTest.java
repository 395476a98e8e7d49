package org.shilpi.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shilpi.data.Labeled;
import org.shilpi.data.Split;
import org.shilpi.data.TextFilter;
import org.shilpi.job.JobContext;
import org.shilpi.project.TaskKind;

class BrowseTextsTest {
  @Test
  void pagesFollowOneAnotherWithTheirLabels(@TempDir Path folder) throws Exception {
    StringBuilder csv = new StringBuilder("text,label\n");
    for (int i = 1; i <= 450; i++) {
      csv.append("text ").append(i).append(i % 2 == 0 ? ",even\n" : ",\n");
    }
    Path file = Files.writeString(folder.resolve("texts.csv"), csv);
    try (ProjectSession session =
        ProjectSession.create(
            folder.resolve("p"), TaskKind.CLASSIFY, "minilm-l6-v2", Clock.systemUTC())) {
      new ImportData(session).run(ImportRequest.of(file), JobContext.quiet());
      BrowseTexts browse = new BrowseTexts(session);
      assertThat(browse.count()).isEqualTo(450);
      assertThat(browse.page(0, 2))
          .containsExactly(
              new Labeled(1, "text 1", "", Split.NONE),
              new Labeled(2, "text 2", "even", Split.NONE));
      assertThat(browse.page(400, 200)).hasSize(50).last().extracting(Labeled::id).isEqualTo(450L);
      assertThat(browse.page(450, 200)).isEmpty();
    }
  }

  @Test
  void aFilterFindsWordsAndLabelsAndNothingElse(@TempDir Path folder) throws Exception {
    Path file =
        Files.writeString(
            folder.resolve("texts.csv"),
            "text,label\nWhere is my PARCEL?,ask\nnothing,\n50% off_now,ad\nthe parcel came,tell\n"
                + "50 and off now,ad\n");
    try (ProjectSession session = TestProject.create(folder.resolve("p"))) {
      new ImportData(session).run(ImportRequest.of(file), JobContext.quiet());
      BrowseTexts browse = new BrowseTexts(session);
      assertThat(find(browse, "parcel", Optional.empty())).containsExactly(1, 4);
      assertThat(find(browse, " Parcel ", Optional.of("tell"))).containsExactly(4);
      assertThat(find(browse, "", Optional.of(""))).containsExactly(2);
      assertThat(find(browse, "", Optional.of("ad"))).containsExactly(3, 5);
      assertThat(find(browse, "50%", Optional.empty())).hasSize(1);
      assertThat(find(browse, "f_n", Optional.empty())).hasSize(1);
      assertThat(find(browse, "", Optional.of("no such label"))).isEmpty();
      assertThat(browse.these(List.of(4L, 1L))).extracting(Labeled::id).containsExactly(1L, 4L);
      assertThat(browse.these(List.of())).isEmpty();
    }
  }

  private static long[] find(BrowseTexts browse, String words, Optional<String> label) {
    return browse.find(new TextFilter(words, label), JobContext.quiet());
  }
}
