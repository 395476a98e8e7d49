package org.shilpi.workflow;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.shilpi.basemodel.Catalogue;
import org.shilpi.job.CancelledException;
import org.shilpi.job.JobContext;
import org.shilpi.job.Problem;
import org.shilpi.train.Run;
import org.shilpi.train.Trainer;
import org.shilpi.train.TrainingSpec;
import org.shilpi.train.search.Ladder;
import org.shilpi.train.search.Search;
import org.shilpi.train.search.SearchSpace;
import org.shilpi.train.search.SearchState;

/// Searches good knobs for a method within a time: see `train.search` for what is tried and how it
/// is judged.
///
/// Each trial is a run of the project, trained with the whole training in view and stopped at the
/// end of its rung; where it earns the next one, it goes on from its checkpoint. So no pass is done
/// twice, and a stopped trial can still be trained to the end by hand. Only the checkpoints of the
/// few best are kept: another trial that climbs after all begins again, and comes out the same.
///
/// The time is kept: what would not end in it is not begun, and where a machine turns out slower,
/// the run at work ends early with its best pass.
public final class SearchKnobs {

  /// What a search tells on its way.
  public sealed interface Told {}

  /// How far the time will reach, told when the first pass has shown how fast this machine is.
  ///
  /// @param training seconds that one whole training takes
  /// @param trial seconds that a trial of the lowest rung takes
  /// @param left seconds left of the search's time
  /// @param trials further ones for which there is time, before the best is trained to the end;
  ///   below 0 where there is not even time for one whole training
  public record Plan(double training, double trial, double left, int trials) implements Told {}

  /// What the search knows of a trial, told after each rung.
  ///
  /// @param run its run
  /// @param settings the knobs that were searched; empty for the defaults
  /// @param passes done of it
  /// @param loss of its best pass on the validation texts, in nats; infinite where it failed
  /// @param accuracy of that pass, 0 to 1; NaN where it failed
  public record Tried(
      long run, Map<String, String> settings, int passes, double loss, double accuracy)
      implements Told {}

  /// @param best the run that did best on the validation texts, trained to the end
  /// @param trials by number
  public record Found(Run best, List<Tried> trials) {}

  private final ProjectSession session;
  private final TrainModel verb;

  public SearchKnobs(ProjectSession session, Catalogue catalogue, Trainer trainer) {
    this.session = session;
    this.verb = new TrainModel(session, catalogue, trainer);
  }

  /// Searches; goes on with the project's newest search if that was for the same on the same data.
  ///
  /// @param spec what all trials share; a knob set in it is not searched
  /// @param budget for the whole search, all attempts and the best run's training to the end
  ///   included
  /// @throws Problem if there is nothing to search, too little to learn from, or every trial failed
  /// @throws CancelledException if somebody asked it to stop; the same call goes on
  public Found run(TrainingSpec spec, Duration budget, JobContext context, Consumer<Told> told)
      throws IOException {
    SearchSpace space = SearchSpace.of(spec.method()).without(spec.knobs().keySet());
    if (space.dimensions().isEmpty()) {
      throw Problem.of("problem.train.search-nothing", spec.method().id());
    }
    Search search = new Search(space, Ladder.upTo(spec.epochs()), spec.seed());
    new PrivacyGate(session).require(context);
    SearchState fresh =
        SearchState.begin(spec, new FreezeData(session).run().fingerprint(), session.baseModel());
    SearchState begun =
        SearchState.load(session.paths().search()).filter(fresh::continues).orElse(fresh);
    return new Pursuit(session, verb, search, budget.toMillis() / 1e3, context, told).from(begun);
  }
}
