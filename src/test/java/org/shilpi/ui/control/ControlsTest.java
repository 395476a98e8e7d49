package org.shilpi.ui.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ControlsTest {
  @Test
  void ticksAreRoundNumbers() {
    assertThat(new Axis(0, 8, "", "").ticks()).containsExactly(0.0, 2.0, 4.0, 6.0, 8.0);
    assertThat(new Axis(0, 2, "", "").ticks()).containsExactly(0.0, 0.5, 1.0, 1.5, 2.0);
    assertThat(Axis.upTo(0, 1.74, "", "").to()).isEqualTo(2.0);
  }

  @Test
  void theLastTickNamesTheUnit() {
    Axis percent = new Axis(0, 100, "%", "");
    assertThat(percent.say(100, true)).isEqualTo("100 %");
    assertThat(percent.say(50, false)).isEqualTo("50");
    assertThat(new Axis(0, 1, "", "").say(0.2, false)).isEqualTo("0.2");
  }

  @Test
  void anAxisMustGrow() {
    assertThatThrownBy(() -> new Axis(1, 1, "", "")).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aThinnedCurveKeepsItsHighestAndLowestPoint() {
    List<CurvePoint> points =
        IntStream.range(0, 20_000)
            .mapToObj(x -> CurvePoint.of(x, x == 12_345 ? 99 : x == 777 ? -99 : Math.sin(x)))
            .toList();
    Curve thinned = new Curve("", "model", points).thinned(800);
    assertThat(thinned.points()).hasSizeLessThanOrEqualTo(800);
    assertThat(thinned.points()).extracting(CurvePoint::y).contains(99.0, -99.0);
    assertThat(thinned.points()).extracting(CurvePoint::x).isSorted();
  }

  @Test
  void emojiShowAsTheirNamesAndNothingElseChanges() {
    assertThat(Glyphs.plain("Well done \uD83D\uDE00!")).isEqualTo("Well done [grinning face]!");
    assertThat(Glyphs.plain("thumb \uD83D\uDC4D\uD83C\uDFFD up"))
        .isEqualTo("thumb [thumbs up sign] up");
    assertThat(Glyphs.plain("क्षत्रिय ने, श्रीमान्\u200D"))
        .isEqualTo("क्षत्रिय ने, श्रीमान्\u200D");
    assertThat(Glyphs.plain("5 € – “quoted” ✓")).isEqualTo("5 € – “quoted” ✓");
  }

  @Test
  void labelColoursStartAgainAfterTheTwelfth() {
    assertThat(LabelColour.of(0)).isEqualTo("label-1");
    assertThat(LabelColour.of(11)).isEqualTo("label-12");
    assertThat(LabelColour.of(12)).isEqualTo("label-1");
  }
}
