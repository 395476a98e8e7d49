package org.shilpi.job;

import org.jspecify.annotations.Nullable;

/// How a job ended. Sealed, so that no failure can be dropped:
///
/// ```java
/// switch (outcome) {
///   case Done(var model) -> open(model);
///   case Failed(var cause) -> explain(cause);
///   case Cancelled() -> restore();
/// }
/// ```
public sealed interface Outcome<R extends @Nullable Object> {
  record Done<R extends @Nullable Object>(R value) implements Outcome<R> {}

  record Failed<R extends @Nullable Object>(Throwable cause) implements Outcome<R> {}

  record Cancelled<R extends @Nullable Object>() implements Outcome<R> {}
}
