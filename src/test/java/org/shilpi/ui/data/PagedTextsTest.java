package org.shilpi.ui.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javafx.collections.ListChangeListener;
import org.junit.jupiter.api.Test;
import org.shilpi.data.Split;

class PagedTextsTest {
  private final List<Integer> asked = new ArrayList<>();
  private final List<Consumer<List<TextRow>>> waiting = new ArrayList<>();

  private final PagedTexts texts =
      new PagedTexts(
          1_000_000,
          (from, receiver) -> {
            asked.add(from);
            waiting.add(receiver);
          });

  @Test
  void aRowIsEmptyUntilItsPageArrivesAndAPageIsAskedForOnce() {
    assertThat(texts.get(450).text()).isEmpty();
    assertThat(texts.get(451).text()).isEmpty();
    assertThat(asked).containsExactly(400);
    List<Integer> changed = new ArrayList<>();
    texts.addListener(
        (ListChangeListener<TextRow>)
            change -> {
              while (change.next()) {
                changed.add(change.getFrom());
              }
            });
    waiting.getFirst().accept(page(400));
    assertThat(texts.get(450).text()).isEqualTo("text 451");
    assertThat(changed).isNotEmpty();
  }

  @Test
  void onlyTheLatestPagesStayInMemory() {
    for (int page = 0; page < 20; page++) {
      texts.get(page * PagedTexts.PAGE);
      waiting.get(page).accept(page(page * PagedTexts.PAGE));
    }
    texts.get(19 * PagedTexts.PAGE);
    assertThat(asked).hasSize(20);
    texts.get(0);
    assertThat(asked).hasSize(21);
  }

  private static List<TextRow> page(int from) {
    return IntStream.range(from + 1, from + 1 + PagedTexts.PAGE)
        .mapToObj(number -> new TextRow(number, "text " + number, "", -1, Split.NONE))
        .toList();
  }
}
