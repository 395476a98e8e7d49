package org.shilpi.architecture.bad.javafx.data;

final class Cell {
  final javafx.beans.property.StringProperty text =
      new javafx.beans.property.SimpleStringProperty();
}
