package org.shilpi.data.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shilpi.data.Judgement;
import org.shilpi.data.ReadFile;
import org.shilpi.job.Problem;
import org.shilpi.project.TaskKind;

/// Objects in lines, in a list and in a list inside an object are the same table.
class JsonRecordsTest {
  @TempDir Path temp;

  private ReadFile read(String content) throws IOException {
    return ReadFile.of(Files.writeString(temp.resolve("file"), content), TaskKind.CLASSIFY);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[{'text':'one of two','label':'a'},{'text':'two of two','label':'b'}]",
        "[\n{'text':'one of two','label':'a'},\n{'text':'two of two','label':'b'}\n]\n",
        "[\n  {\n    'text': 'one of two',\n    'label': 'a'\n  },\n  {\n    'label': 'b',\n    'text': 'two of two'\n  }\n]",
        "{'data':[{'text':'one of two','label':'a'},{'text':'two of two','label':'b'}]}",
        "{'version':1,'labels':['a','b'],'about':{'by':'us'},\n'rows':[{'text':'one of two','label':'a'},{'text':'two of two','label':'b'}],'end':true}",
        "{'version':'1',\n'inside':{'rows':[{'text':'one of two','label':'a'},{'text':'two of two','label':'b'}]}}",
        "{'text':'one of two','label':'a'}\n{'text':'two of two','label':'b'}\n"
      })
  void theTableIsFoundWhereverItLies(String content) throws IOException {
    ReadFile file = read(content.replace('\'', '"'));
    assertThat(file.rejected()).isEmpty();
    assertThat(file.texts())
        .extracting(text -> text.text())
        .containsExactly("one of two", "two of two");
    assertThat(file.texts())
        .extracting(text -> text.judgement())
        .containsExactly(new Judgement.One("a"), new Judgement.One("b"));
  }

  @Test
  void oddElementsOfAListAreTurnedAway() throws IOException {
    ReadFile file =
        read("[{\"text\":\"one\"}, 5, null, [1], {\"text\":{\"a\":1}}, {\"text\":\"last\"}]");
    assertThat(file.texts()).extracting(text -> text.number()).containsExactly(1L, 6L);
    assertThat(file.reasons())
        .isEqualTo(
            List.of(
                "rejected.not-object",
                "rejected.not-object",
                "rejected.not-object",
                "rejected.nested"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[{\"text\":\"one\"},\n{\"text\":\"two\"",
        "[{\"text\":\"one\"},\n{\"text\":\"two\"} {\"text\":\"three\"}]",
        "[{\"text\":\"one\"},\n{\"text\":'two'}]",
        "[{\"text\":\"one\"}],\n"
      })
  void aBrokenListIsAProblemThatNamesTheLine(String content) {
    assertThatThrownBy(() -> read(content))
        .isInstanceOfSatisfying(
            Problem.class,
            problem -> assertThat(problem.key()).isEqualTo("problem.data.json-broken"));
  }

  @Test
  void twoListsAreNotReadAsOne() {
    assertThatThrownBy(() -> read("{\"a\":[{\"text\":\"one\"}],\n\"b\":[{\"text\":\"two\"}]}"))
        .isInstanceOfSatisfying(
            Problem.class,
            problem -> assertThat(problem.key()).isEqualTo("problem.data.json-lists"));
  }

  @Test
  void hostileDepthIsRefused() {
    assertThatThrownBy(() -> read("[{\"text\":\"one\"}," + "[".repeat(100_000)))
        .isInstanceOf(Problem.class);
  }
}
