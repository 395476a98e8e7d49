package org.shilpi.job;

import org.jspecify.annotations.Nullable;

/// A piece of long work. It runs off the window's thread, reports through its context, and may
/// throw anything: the [JobRunner] turns what happened into an [Outcome].
///
/// @param <R> what the work leaves when it is done
@FunctionalInterface
public interface Job<R extends @Nullable Object> {
  R run(JobContext context) throws Exception;
}
