package org.shilpi.workflow;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.shilpi.basemodel.BaseModel;
import org.shilpi.basemodel.Catalogue;
import org.shilpi.privacy.Receipt;
import org.shilpi.project.AtomicFile;
import org.shilpi.train.Run;
import org.shilpi.workflow.report.Words;

/// What goes with an exported model: `README.md` for people, the model card of the Hugging Face Hub
/// in form, and `privacy.json`, the receipt of the privacy gate as it was when the run began.
record ExportCard(ProjectSession session, Catalogue catalogue, Words words) {
  private static final String README = "README.md";

  void write(Run run, Path folder) throws IOException {
    Optional<Receipt> receipt = PrivacyNote.of(session.paths().run(run.id()));
    if (receipt.isPresent()) {
      Files.copy(
          session.paths().run(run.id()).resolve(PrivacyNote.FILE),
          folder.resolve(PrivacyNote.FILE));
    }
    StringBuilder card = new StringBuilder();
    head(run, card);
    card.append("## ").append(words.of("card.privacy")).append("\n\n");
    if (receipt.isPresent()) {
      privacy(receipt.get(), card);
    } else {
      card.append(words.of("card.privacy.none")).append('\n');
    }
    AtomicFile.write(
        folder.resolve(README), out -> out.write(card.toString().getBytes(StandardCharsets.UTF_8)));
  }

  private void head(Run run, StringBuilder card) throws IOException {
    BaseModel base = catalogue.get(run.baseModel());
    card.append("---\ntags:\n- shilpi\n---\n\n# ");
    card.append(words.of("card.title", plain(session.name()), Long.toString(run.id())));
    card.append("\n\n");
    line(card, "card.base", base.name(), base.licence(), base.sha256());
    line(card, "card.task", session.task().id());
    line(card, "card.method", run.spec().method().id(), Long.toString(run.spec().seed()));
    line(card, "card.data", run.fingerprint());
    line(card, "card.started", run.started().toString());
    card.append('\n');
  }

  private void privacy(Receipt receipt, StringBuilder card) {
    line(
        card,
        switch (receipt.state()) {
          case PASSED -> "card.privacy.passed";
          case WAIVED -> "card.privacy.waived";
          case OPEN, BLOCKED -> "card.privacy.shut";
        },
        receipt.texts(),
        receipt.at().toString());
    receipt
        .waiver()
        .ifPresent(waiver ->
            line(
                card,
                "card.privacy.waiver",
                plain(waiver.who()),
                waiver.at().toString(),
                plain(waiver.reason())));
    line(card, "card.privacy.found", counts(receipt.found()));
    line(card, "card.privacy.done", counts(receipt.done()));
    if (!receipt.fields().isEmpty()) {
      line(card, "card.privacy.fields", counts(receipt.fields()));
    }
    line(
        card,
        "card.privacy.rules",
        Integer.toString(receipt.rules()),
        receipt.patterns(),
        receipt.allowed(),
        receipt.denied());
    line(card, "card.privacy.hash", receipt.result(), receipt.key());
  }

  private String counts(Map<String, Long> counts) {
    return counts.isEmpty()
        ? words.of("card.privacy.nothing")
        : new TreeMap<>(counts)
            .entrySet().stream()
                .map(count -> plain(count.getKey()) + " " + count.getValue())
                .collect(Collectors.joining(", "));
  }

  private void line(StringBuilder card, String key, Object... arguments) {
    card.append("- ").append(words.of(key, arguments)).append('\n');
  }

  // Somebody's own words, on one line and without marks of Markdown or HTML.
  private static String plain(String words) {
    return words.replaceAll("\\s+", " ").replaceAll("[<>`*_\\[\\]|#]", " ").strip();
  }
}
