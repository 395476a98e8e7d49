package org.shilpi.ui.control;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.InvalidationListener;
import javafx.beans.Observable;
import javafx.beans.WeakInvalidationListener;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;

/// Listening that ends with the node that listens: view models outlive the views of one language,
/// and must not keep them.
public final class Watch {
  private Watch() {}

  /// Hands a value over now and each time it changes, as long as the node is in use.
  public static <T> void on(Node owner, ObservableValue<T> value, Consumer<T> receiver) {
    any(owner, value, () -> receiver.accept(value.getValue()));
  }

  /// Calls now and each time something changes.
  public static void any(Node owner, Observable source, Runnable receiver) {
    // Reading the value makes a lazy observable speak up again.
    InvalidationListener listener = changed -> receiver.run();
    source.addListener(new WeakInvalidationListener(listener));
    kept(owner).add(listener);
    receiver.run();
  }

  @SuppressWarnings("unchecked")
  private static List<InvalidationListener> kept(Node owner) {
    return (List<InvalidationListener>)
        owner.getProperties().computeIfAbsent(Watch.class, key -> new ArrayList<>());
  }
}
