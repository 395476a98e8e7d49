package org.shilpi.cli;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.shilpi.train.Forecast;

/// Tells forecasts: a line for each method, or JSON.
record ForecastLines(Terminal terminal) {
  void table(List<Forecast> forecasts) {
    for (Forecast forecast : forecasts) {
      terminal.say(
          "cli.forecast.line",
          forecast.method().id(),
          words(forecast.seconds(), 0),
          words(forecast.memoryMb(), 0),
          words(forecast.diskMb(), 0),
          words(forecast.wattHours(), 2));
    }
    forecasts.stream()
        .filter(Forecast::crowded)
        .min(Comparator.comparingDouble(Forecast::ours))
        .ifPresent(most -> terminal.say("cli.forecast.crowded", Figures.percent(1 - most.ours())));
    boolean metered = forecasts.stream().allMatch(Forecast::metered);
    terminal.say(metered ? "cli.forecast.metered" : "cli.forecast.guessed");
  }

  private String words(Forecast.Range range, int digits) {
    String form = "%." + digits + "f";
    return terminal
        .messages()
        .of(
            "cli.forecast.range",
            String.format(Locale.ROOT, form, range.likely()),
            String.format(Locale.ROOT, form, range.low()),
            String.format(Locale.ROOT, form, range.high()));
  }

  static Map<String, Object> json(List<Forecast> forecasts) {
    return Map.of("forecasts", forecasts.stream().map(ForecastLines::json).toList());
  }

  private static Map<String, Object> json(Forecast forecast) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("method", forecast.method().id());
    object.put("seconds", json(forecast.seconds()));
    object.put("memoryMb", json(forecast.memoryMb()));
    object.put("diskMb", json(forecast.diskMb()));
    object.put("wattHours", json(forecast.wattHours()));
    object.put("processorShare", forecast.ours());
    object.put("metered", forecast.metered());
    object.put("corrected", forecast.corrected());
    return object;
  }

  private static Map<String, Object> json(Forecast.Range range) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("low", range.low());
    object.put("likely", range.likely());
    object.put("high", range.high());
    return object;
  }
}
