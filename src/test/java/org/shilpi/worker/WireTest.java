package org.shilpi.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.shilpi.deploy.ExportFormat;
import org.shilpi.deploy.ExportTask;
import org.shilpi.job.Progress;
import org.shilpi.train.Method;
import org.shilpi.train.TrainingEvent;
import org.shilpi.train.TrainingResult;
import org.shilpi.train.TrainingSpec;
import org.shilpi.train.TrainingTask;

class WireTest {
  @Property
  void everyEventArrivesAsItWas(@ForAll("events") TrainingEvent event) {
    arrives(new Message.Told(event));
  }

  @Property(tries = 200)
  void aProblemTravelsWithItsArguments(
      @ForAll String key, @ForAll("arguments") List<Object> arguments) {
    arrives(new Message.Refused(key, arguments));
  }

  @Property(tries = 200)
  void aResultTravels(@ForAll("numbers") double number, @ForAll long mebibytes, @ForAll int epoch) {
    arrives(
        new Message.Trained(
            new TrainingResult(
                number, number, mebibytes, epoch, number, number, Map.of("a", "ब", "c", ""))));
  }

  @Property(tries = 500)
  void whatSomethingElsePrintsIsNoMessage(@ForAll String line) {
    assertThat(Wire.message(line)).isEmpty();
    assertThat(Wire.message("@shilpi-worker-1 " + line)).isEmpty();
  }

  @Test
  void everyOtherMessageArrivesAsItWas() {
    arrives(new Message.Alive(1234));
    arrives(new Message.Scored());
    arrives(new Message.Exported());
    arrives(new Message.Cancelled());
    arrives(new Message.Broke(true, "java.io.IOException: \ud800 \n \u0000 ’"));
    arrives(new Message.Reported(Progress.unknown("progress.train.baselines", 1, "दो", 3.5)));
    arrives(
        new Message.Reported(
            Progress.of(0.25, "progress.train.baselines").withTimeLeft(Duration.ofMillis(61_500))));
  }

  @Test
  void requestsArriveAsTheyWere() {
    var spec =
        new TrainingSpec(
            Method.THOROUGH, 8, Long.MIN_VALUE, "cuda:0", Map.of("learningRate", "5e-5"));
    var folder = Path.of("/tmp/कार्य 1 %41 ü\"").toAbsolutePath();
    for (Request request :
        List.of(
            new Request.Train(
                new TrainingTask(spec, folder.resolve("s"), folder, folder, folder).within(12.5)),
            new Request.Export(new ExportTask(folder, folder, ExportFormat.HF, folder)),
            new Request.Score(folder, folder, folder, folder, true, 50, "auto"))) {
      var line = Wire.line(request);

      assertThat(line).isPrintable().doesNotContain("\n");
      assertThat(Wire.request(line)).isEqualTo(Optional.of(request));
    }
  }

  private static void arrives(Message message) {
    var line = Wire.line(message);

    assertThat(line).matches("[ -\\x7f]+"); // one line of ASCII
    assertThat(Wire.message(line)).isEqualTo(Optional.of(message));
  }

  @Provide
  static Arbitrary<Double> numbers() {
    return Arbitraries.oneOf(
        Arbitraries.doubles(),
        Arbitraries.of(Double.NaN, Double.POSITIVE_INFINITY, -0.0, Double.MIN_VALUE));
  }

  @Provide
  static Arbitrary<TrainingEvent> events() {
    var number = numbers();
    var words = Arbitraries.strings();
    var count = Arbitraries.longs();
    var epoch = Arbitraries.integers();
    return Arbitraries.oneOf(
        Combinators.combine(words, number).as(TrainingEvent.Phase::new),
        Combinators.combine(count, count, number, number, number, number)
            .as(TrainingEvent.Step::new),
        Combinators.combine(epoch, number, number, number, Arbitraries.of(true, false))
            .as(TrainingEvent.Epoch::new),
        count.map(TrainingEvent.Checkpoint::new),
        Combinators.combine(words, number).as(TrainingEvent.Baseline::new),
        Combinators.combine(words, words.list().ofMaxSize(4)).as(TrainingEvent.Notice::new));
  }

  @Provide
  static Arbitrary<List<Object>> arguments() {
    return Arbitraries.oneOf(
            Arbitraries.strings().map(Object.class::cast),
            Arbitraries.integers().map(Object.class::cast),
            Arbitraries.doubles().map(Object.class::cast),
            Arbitraries.of(true, false).map(Object.class::cast))
        .list()
        .ofMaxSize(5);
  }
}
