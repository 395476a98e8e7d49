package org.shilpi.ui.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shilpi.data.Format;
import org.shilpi.data.format.Formats;
import org.shilpi.text.Messages;

class FormatNamesTest {
  @ParameterizedTest
  @ValueSource(strings = {"en", "hi"})
  void everyFormatThatCanBeReadHasANameOfItsOwn(String language) {
    Messages words = new Messages(language);
    List<String> ids =
        Formats.with(
                request -> {
                  throw new IllegalStateException("nothing is read");
                },
                false)
            .stream()
            .map(Format::id)
            .toList();
    List<String> names = ids.stream().map(id -> FormatNames.of(id, words)).toList();

    assertThat(ids).contains("xlsx", "parquet", "labelstudio", "conll", "pdf");
    assertThat(names).doesNotHaveDuplicates().noneMatch(String::isBlank);
    String document = FormatNames.of("?", words).replace(" (?)", "");
    assertThat(ids)
        .filteredOn(id -> FormatNames.of(id, words).startsWith(document + " ("))
        .as("no more than these go by the general name")
        .containsExactlyInAnyOrder("pdf", "xml");
  }
}
