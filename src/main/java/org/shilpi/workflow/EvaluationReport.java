package org.shilpi.workflow;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.shilpi.evaluate.Figures;
import org.shilpi.project.AtomicFile;
import org.shilpi.train.Method;
import org.shilpi.train.TrainingResult;
import org.shilpi.workflow.report.Banner;
import org.shilpi.workflow.report.Comparison;
import org.shilpi.workflow.report.ConfusionMap;
import org.shilpi.workflow.report.FactTable;
import org.shilpi.workflow.report.LabelTable;
import org.shilpi.workflow.report.LearningChart;
import org.shilpi.workflow.report.Tiles;
import org.shilpi.workflow.report.WholeTable;
import org.shilpi.workflow.report.Words;

/// An evaluation as one HTML file that needs nothing else: it opens offline, follows the reader's
/// light or dark setting, prints, and carries where its numbers come from.
public final class EvaluationReport {
  private static final String ASSETS = "/org/shilpi/assets/";
  private static final Pattern PLACE = Pattern.compile("\\{\\{([a-z]+)}}");

  private final ReportContent content;
  private final Words words;

  private EvaluationReport(ReportContent content) {
    this.content = content;
    this.words = content.words();
  }

  /// Writes the report, whole or not at all.
  ///
  /// @throws org.shilpi.job.Problem if the disk is full or the folder cannot be written
  public static void write(Path file, ReportContent content) throws IOException {
    byte[] page = new EvaluationReport(content).page().getBytes(StandardCharsets.UTF_8);
    AtomicFile.write(file, out -> out.write(page));
  }

  private String page() throws IOException {
    Map<String, String> parts = parts();
    Matcher matcher = PLACE.matcher(asset("report/report.html"));
    return matcher.replaceAll(place -> {
      String part = parts.get(place.group(1));
      if (part == null) {
        throw new IllegalStateException("the template asks for " + place.group());
      }
      return Matcher.quoteReplacement(part);
    });
  }

  private Map<String, String> parts() throws IOException {
    String title = words.of("report.title");
    String run = runName();
    Map<String, String> parts = new TreeMap<>();
    parts.put("language", content.language());
    parts.put("logo", asset("icon/shilpi.svg"));
    parts.put("title", FactTable.escaped(title + ": " + content.project()));
    parts.put("heading", FactTable.escaped(content.project()));
    parts.put(
        "subheading", FactTable.escaped(title + " · " + run + " · " + time(content.written())));
    parts.put("verdict", Banner.of(content.evaluation(), words));
    parts.put("tiles", Tiles.of(content.evaluation(), words));
    parts.put("confusion", ConfusionMap.of(content.evaluation(), words));
    parts.put("comparison", Comparison.of(content.evaluation(), run, words));
    parts.put("labels", LabelTable.of(content.evaluation(), words));
    parts.put("learning", LearningChart.of(content.events(), words));
    parts.put("whole", WholeTable.of(content.evaluation(), words));
    parts.put(
        "provenance",
        FactTable.of(words.of("report.facts"), words.of("report.facts.how"), provenance()));
    parts.put("footer", FactTable.escaped(words.of("report.footer", content.version())));
    return parts;
  }

  private String runName() {
    String method =
        switch (content.run().spec().method()) {
          case QUICK -> words.of("report.method.quick");
          case BALANCED -> words.of("report.method.balanced");
          case THOROUGH -> words.of("report.method.thorough");
        };
    return words.of("report.run", String.valueOf(content.run().id()), method);
  }

  private SequencedMap<String, String> provenance() {
    SequencedMap<String, String> facts = new LinkedHashMap<>();
    var spec = content.run().spec();
    facts.put(words.of("report.facts.started"), time(content.run().started()));
    facts.put(words.of("report.facts.base"), content.run().baseModel());
    facts.put(words.of("report.facts.data"), content.run().fingerprint());
    facts.put(
        words.of("report.facts.texts"),
        words.of(
            "report.facts.texts.value",
            Figures.count(content.trainTexts()),
            Figures.count(content.validationTexts()),
            Figures.count(content.evaluation().n())));
    facts.put(words.of("report.facts.seed"), String.valueOf(spec.seed()));
    if (spec.method() != Method.QUICK) {
      facts.put(words.of("report.facts.passes"), String.valueOf(spec.epochs()));
    }
    if (!spec.knobs().isEmpty()) {
      facts.put(
          words.of("report.facts.knobs"),
          new TreeMap<>(spec.knobs())
              .entrySet().stream()
                  .map(knob -> knob.getKey() + " = " + knob.getValue())
                  .collect(Collectors.joining(", ")));
    }
    content.run().result().ifPresent(result -> add(facts, result));
    facts.put(words.of("report.facts.version"), content.version());
    return facts;
  }

  private void add(SequencedMap<String, String> facts, TrainingResult result) {
    facts.put(
        words.of("report.facts.effort"),
        words.of(
            "report.facts.effort.value",
            String.format(Locale.ROOT, "%,.1f", result.seconds()),
            Figures.count(result.peakRssMb())));
    new TreeMap<>(result.provenance())
        .forEach((name, value) -> {
          // The engine notes what it was given, some of which stands above in words.
          if (!facts.containsValue(value)) {
            facts.put(name, value);
          }
        });
  }

  private String time(Instant instant) {
    return DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm xxx", Locale.ROOT)
        .withZone(content.zone())
        .format(instant);
  }

  private static String asset(String name) throws IOException {
    try (InputStream in = EvaluationReport.class.getResourceAsStream(ASSETS + name)) {
      if (in == null) {
        throw new IllegalStateException("the program lacks its part " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
