package org.shilpi.data.labeled;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.shilpi.data.Judgement;
import org.shilpi.data.Mapping.Mapped;
import org.shilpi.data.Mark;
import org.shilpi.data.ReadFile;
import org.shilpi.project.TaskKind;

class RecordFormatTest {
  // The marked name stands after a character that is two units in Java and one in Python.
  private static final String TEXT = "😀 Asha left";
  private static final Judgement ASHA = new Judgement.Spans(List.of(new Mark(3, 7, "person")));

  @TempDir Path temp;

  private ReadFile read(TaskKind task, String content) throws IOException {
    return ReadFile.of(Files.writeString(temp.resolve("labels"), content), task);
  }

  private Mapped.Text only(TaskKind task, String content) throws IOException {
    ReadFile file = read(task, content);
    assertThat(file.rejected()).isEmpty();
    assertThat(file.texts()).hasSize(1);
    return file.texts().getFirst();
  }

  record Way(String format, String record) {}

  static List<Way> waysToMark() {
    return List.of(
        new Way("doccano", "{'id':1,'text':'😀 Asha left','label':[[2,6,'person']]}"),
        new Way("doccano", "{'data':'😀 Asha left','labels':[[2,6,'person']]}"),
        new Way(
            "doccano",
            "{'text':'😀 Asha left','entities':[{'id':5,'label':'person','start_offset':2,'end_offset':6}],'relations':[]}"),
        new Way("spacy", "['😀 Asha left', {'entities': [[2, 6, 'person']]}]"),
        new Way("spacy", "{'text':'😀 Asha left','entities':[[2,6,'person']]}"),
        new Way(
            "spacy",
            "{'text':'😀 Asha left','spans':[{'start':2,'end':6,'label':'person'}],'answer':'accept'}"),
        new Way(
            "presidio",
            "[{'full_text':'😀 Asha left','spans':[{'entity_type':'person','entity_value':'Asha','start_position':2,'end_position':6}]}]"),
        new Way(
            "nlupp",
            "[{'text':'😀 Asha left','intents':['go'],'slots':{'person':{'text':'Asha','span':[2,6]}}}]"),
        new Way(
            "labelstudio",
            "[{'id':1,'data':{'text':'😀 Asha left'},'annotations':[{'result':[{'type':'labels','value':{'start':3,'end':7,'text':'Asha','labels':['person']}}]}]}]"));
  }

  @ParameterizedTest
  @MethodSource("waysToMark")
  void everyToolsOffsetsBecomeJavas(Way way) throws IOException {
    String record = way.record().replace('\'', '"');
    ReadFile file = read(TaskKind.SPANS, record);
    assertThat(file.format()).isEqualTo(way.format());
    assertThat(file.rejected()).isEmpty();
    assertThat(file.texts().getFirst().text()).isEqualTo(TEXT);
    assertThat(file.texts().getFirst().judgement()).isEqualTo(ASHA);
  }

  static List<Way> waysToChoose() {
    return List.of(
        new Way("doccano", "{'text':'so be it','label':['a','b']}"),
        new Way("spacy", "['so be it', {'cats': {'a': 1.0, 'b': true, 'c': 0}}]"),
        new Way("nlupp", "[{'text':'so be it','intents':['a','b']}]"),
        new Way(
            "labelstudio",
            "[{'data':{'text':'so be it'},'annotations':[{'result':[{'type':'choices','value':{'choices':['a','b']}}]}]}]"));
  }

  @ParameterizedTest
  @MethodSource("waysToChoose")
  void severalLabelsOfAText(Way way) throws IOException {
    ReadFile file = read(TaskKind.MULTILABEL, way.record().replace('\'', '"'));
    assertThat(file.format()).isEqualTo(way.format());
    assertThat(file.texts().getFirst().judgement())
        .isEqualTo(new Judgement.Many(List.of("a", "b")));
  }

  @Test
  void oneLabelIsOneUnlessTheProjectTakesAnyNumber() throws IOException {
    String record = "{\"text\":\"so be it\",\"label\":[\"a\"]}\n";
    assertThat(only(TaskKind.CLASSIFY, record).judgement()).isEqualTo(new Judgement.One("a"));
    assertThat(only(TaskKind.MULTILABEL, record).judgement())
        .isEqualTo(new Judgement.Many(List.of("a")));
  }

  @Test
  void noLabelIsAnAnswerWhereAnyNumberIs() throws IOException {
    String record = "{\"text\":\"so be it\",\"label\":[]}\n";
    assertThat(only(TaskKind.CLASSIFY, record).judgement()).isEqualTo(Judgement.NONE);
    assertThat(only(TaskKind.MULTILABEL, record).judgement())
        .isEqualTo(new Judgement.Many(List.of()));
    assertThat(only(TaskKind.SPANS, record).judgement()).isEqualTo(new Judgement.Spans(List.of()));
  }

  @Test
  void whatElseARecordSaysIsItsOrigin() throws IOException {
    Mapped.Text text =
        only(
            TaskKind.CLASSIFY,
            """
            {"id": 12, "text": "so be it", "label": ["a"], "meta": {"sender": "asha@example.org", "deep": {"x": 1}}}
            """);
    assertThat(text.origin().fields()).isEqualTo(Map.of("id", "12", "sender", "asha@example.org"));
  }

  @Test
  void oddRecordsAreTurnedAwayAndTheOthersComeIn() throws IOException {
    ReadFile file =
        read(
            TaskKind.SPANS,
            """
            {"text": "one Asha", "label": [[4, 8, "person"]]}
            {"text": "two", "label": [[0, 9, "number"]]}
            {"text": "three", "label": [[-1, 3, "number"]]}
            {"text": "four", "label": [[2, 2, "number"]]}
            {"text": "five of them", "label": [[0, 4, "number"], [3, 7, "word"]]}
            {"text": "six", "label": [[0, 3, ["a", "b"]]]}
            {"text": ["seven"], "label": []}
            {"label": []}
            {"text": "nine", "label": [[0, 4, "number"]]
            {"text": "ten", "label": [[0, 3, ""]]}
            {"text": " ", "label": []}
            """
                + "{\"text\": \"Asha\", \"label\": [[0, 4, \"person\"]]}\n".repeat(40));

    assertThat(file.format()).isEqualTo("doccano");
    assertThat(file.texts()).hasSize(41);
    assertThat(file.reasons())
        .containsExactly(
            "rejected.mark-outside",
            "rejected.mark-outside",
            "rejected.mark-outside",
            "rejected.marks-overlap",
            "rejected.mark-labels",
            "rejected.nested",
            "rejected.no-field",
            "rejected.json",
            "rejected.label-empty",
            "rejected.no-text");
  }

  @Test
  void annotatorsWhoDisagreeAreReportedAndThoseWhoWithdrewAreNot() throws IOException {
    String task =
        """
        {"data": {"text": "so be it"}, "annotations": [
          {"result": [{"type": "choices", "value": {"choices": ["a"]}}]},
          {"was_cancelled": %s, "result": [{"type": "choices", "value": {"choices": ["b"]}}]}]}\
        """;
    ReadFile file =
        read(TaskKind.CLASSIFY, "[" + task.formatted("true") + "," + task.formatted("false") + "]");
    assertThat(file.texts())
        .extracting(Mapped.Text::judgement)
        .containsExactly(new Judgement.One("a"));
    assertThat(file.reasons()).containsExactly("rejected.disagree");
  }
}
