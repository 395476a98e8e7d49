package org.shilpi.ui.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import javafx.scene.Scene;
import javafx.scene.control.ToggleButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.shilpi.evaluate.Evaluation;
import org.shilpi.evaluate.Evaluations;
import org.shilpi.text.Messages;
import org.shilpi.train.Method;
import org.shilpi.train.Run;
import org.shilpi.train.RunState;
import org.shilpi.train.TrainingSpec;
import org.shilpi.ui.Pictures;
import org.shilpi.ui.control.PageBody;
import org.shilpi.ui.evaluate.EvaluateViewModel.Judged;
import org.shilpi.ui.shell.Look;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class ManyLabelsTest {
  private final List<Cell> picked = new ArrayList<>();

  @SuppressWarnings("NullAway.Init")
  private PageBody page;

  @Start
  void start(Stage stage) {
    page = new PageBody();
    Scene scene = new Scene(page, 1160, 900);
    Look.LIGHT.apply(scene);
    stage.setScene(scene);
    stage.show();
  }

  @Test
  void twelveLabelsHaveAMapWithNumberedColumns(FxRobot robot) {
    show(evaluation(12));
    picture("light-evaluate-12-labels");
    assertThat(robot.lookup("#cell-11-11").tryQuery()).isPresent();
  }

  @Test
  void thirtyLabelsShowTheWorstPairsAndAllOnDemand(FxRobot robot) {
    Evaluation evaluation = evaluation(30);
    show(evaluation);
    picture("light-evaluate-30-labels");
    assertThat(robot.lookup("#cell-0-0").tryQuery()).isEmpty();
    List<ToggleButton> pairs = List.copyOf(robot.lookup(".pair").queryAllAs(ToggleButton.class));
    assertThat(pairs).hasSize(12);
    WaitForAsyncUtils.waitForAsyncFx(5_000, () -> pairs.getFirst().fire());
    assertThat(picked).containsExactly(Cell.worst(evaluation.confusion()).orElseThrow());
  }

  private void show(Evaluation evaluation) {
    Run run =
        new Run(
            1,
            TrainingSpec.of(Method.QUICK),
            "",
            "minilm-l6-v2",
            RunState.DONE,
            Instant.EPOCH,
            Optional.empty(),
            Optional.empty());
    WaitForAsyncUtils.waitForAsyncFx(
        5_000,
        () -> {
          Judgement all =
              new Judgement(
                  new Judged(run, Optional.of(evaluation)),
                  evaluation,
                  Optional.empty(),
                  Cell.worst(evaluation.confusion()),
                  new Messages("en"),
                  picked::add);
          all.show(
              Cell.worst(evaluation.confusion()),
              List.of(new MixedUp("मेरा कार्ड अब तक नहीं आया, कृपया बताएँ कि कब तक आएगा।", 0.7)));
          page.show(all);
        });
  }

  private void picture(String name) {
    WaitForAsyncUtils.waitForFxEvents();
    WaitForAsyncUtils.waitForAsyncFx(5_000, () -> Pictures.take(page.getScene(), name));
  }

  private static Evaluation evaluation(int labels) {
    Random random = new Random(1);
    int texts = labels * 40;
    int[] truth = new int[texts];
    float[][] rows = new float[texts][labels];
    for (int i = 0; i < texts; i++) {
      truth[i] = i % labels;
      int answer = random.nextInt(100) < 85 ? truth[i] : random.nextInt(labels);
      rows[i][answer] = 1;
    }
    return Evaluations.of(
        IntStream.range(0, labels).mapToObj(i -> "Card payment problem " + (i + 1)).toList(),
        truth,
        rows,
        Map.of(),
        new double[] {3, 4, 5});
  }
}
