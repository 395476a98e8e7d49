package org.shilpi.djl;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;

/// Minimises a smooth convex function by the limited-memory BFGS method (Nocedal & Wright,
/// "Numerical Optimization", 2nd edition, algorithms 7.4 and 7.5) with a backtracking line search.
final class Lbfgs {
  private static final int MEMORY = 10;
  private static final int MAX_HALVINGS = 25;

  /// A function of many variables.
  interface Objective {
    /// @param gradient is filled
    /// @return the function's value
    double evaluate(double[] point, double[] gradient);
  }

  /// What the last step taught about the curvature.
  private record Pair(double[] step, double[] change, double rho) {}

  private final double tolerance;
  private final int maxIterations;

  /// @param tolerance stop where no component of the gradient is larger
  Lbfgs(double tolerance, int maxIterations) {
    this.tolerance = tolerance;
    this.maxIterations = maxIterations;
  }

  /// @return the minimum found; `start` is not changed
  double[] minimize(Objective objective, double[] start) {
    double[] point = start.clone();
    double[] gradient = new double[point.length];
    double[] nextGradient = new double[point.length];
    double value = objective.evaluate(point, gradient);
    Deque<Pair> memory = new ArrayDeque<>();
    for (int i = 0; i < maxIterations && largest(gradient) > tolerance; i++) {
      double[] direction = direction(gradient, memory);
      double slope = dot(direction, gradient);
      double length = memory.isEmpty() ? Math.min(1, 1 / Math.sqrt(dot(gradient, gradient))) : 1;
      double[] next = along(point, direction, length);
      double nextValue = objective.evaluate(next, nextGradient);
      // The negated comparison also backs away from NaN.
      for (int h = 0; !(nextValue <= value + 1e-4 * length * slope); h++) {
        if (h == MAX_HALVINGS) {
          return point; // No progress beyond rounding.
        }
        length /= 2;
        next = along(point, direction, length);
        nextValue = objective.evaluate(next, nextGradient);
      }
      remember(memory, point, next, gradient, nextGradient);
      point = next;
      value = nextValue;
      System.arraycopy(nextGradient, 0, gradient, 0, gradient.length);
    }
    return point;
  }

  /// The quasi-Newton direction, by the two-loop recursion.
  private static double[] direction(double[] gradient, Deque<Pair> memory) {
    double[] q = new double[gradient.length];
    add(q, gradient, -1);
    double[] alpha = new double[memory.size()];
    int i = 0;
    for (Pair pair : memory) { // newest first
      alpha[i] = pair.rho * dot(pair.step, q);
      add(q, pair.change, -alpha[i++]);
    }
    if (!memory.isEmpty()) {
      Pair newest = memory.getFirst();
      double scale = 1 / (newest.rho * dot(newest.change, newest.change));
      for (int k = 0; k < q.length; k++) {
        q[k] *= scale;
      }
    }
    for (Iterator<Pair> oldest = memory.descendingIterator(); oldest.hasNext(); ) {
      Pair pair = oldest.next();
      double beta = pair.rho * dot(pair.change, q);
      add(q, pair.step, alpha[--i] - beta);
    }
    return q;
  }

  private static void remember(
      Deque<Pair> memory, double[] from, double[] to, double[] gradient, double[] nextGradient) {
    double[] step = to.clone();
    add(step, from, -1);
    double[] change = nextGradient.clone();
    add(change, gradient, -1);
    double curvature = dot(step, change);
    if (curvature > 1e-12 * dot(change, change)) {
      if (memory.size() == MEMORY) {
        memory.removeLast();
      }
      memory.addFirst(new Pair(step, change, 1 / curvature));
    }
  }

  private static double[] along(double[] point, double[] direction, double length) {
    double[] result = point.clone();
    add(result, direction, length);
    return result;
  }

  private static void add(double[] to, double[] what, double factor) {
    for (int i = 0; i < to.length; i++) {
      to[i] += factor * what[i];
    }
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  private static double largest(double[] vector) {
    double largest = 0;
    for (double value : vector) {
      largest = Math.max(largest, Math.abs(value));
    }
    return largest;
  }
}
