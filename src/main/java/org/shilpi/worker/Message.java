package org.shilpi.worker;

import java.util.List;
import org.shilpi.job.Progress;
import org.shilpi.train.Forecast;
import org.shilpi.train.TrainingEvent;
import org.shilpi.train.TrainingResult;

/// What a worker tells its parent.
sealed interface Message {
  /// Whether the worker says nothing after it.
  default boolean last() {
    return false;
  }

  /// Sent every second.
  ///
  /// @param rssMb memory held by the process, in MiB
  record Alive(long rssMb) implements Message {}

  record Told(TrainingEvent event) implements Message {}

  record Reported(Progress progress) implements Message {}

  record Trained(TrainingResult result) implements Message {
    @Override
    public boolean last() {
      return true;
    }
  }

  record Foretold(List<Forecast> forecasts) implements Message {
    public Foretold {
      forecasts = List.copyOf(forecasts);
    }

    @Override
    public boolean last() {
      return true;
    }
  }

  /// The scores are in the file that the request named.
  record Scored() implements Message {
    @Override
    public boolean last() {
      return true;
    }
  }

  /// The model is in the folder that the request named.
  record Exported() implements Message {
    @Override
    public boolean last() {
      return true;
    }
  }

  /// The survey is in the file that the request named.
  record Surveyed() implements Message {
    @Override
    public boolean last() {
      return true;
    }
  }

  /// A [org.shilpi.job.Problem] that the user can mend.
  ///
  /// @param arguments strings, whole numbers, doubles and booleans
  record Refused(String key, List<Object> arguments) implements Message {
    public Refused {
      arguments = List.copyOf(arguments);
    }

    @Override
    public boolean last() {
      return true;
    }
  }

  record Cancelled() implements Message {
    @Override
    public boolean last() {
      return true;
    }
  }

  /// Anything else that ended the work; its stack trace is in the worker's log.
  ///
  /// @param io whether it was an [java.io.IOException]
  /// @param what its class and message
  record Broke(boolean io, String what) implements Message {
    @Override
    public boolean last() {
      return true;
    }
  }
}
