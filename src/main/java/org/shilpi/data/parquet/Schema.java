package org.shilpi.data.parquet;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// The columns of a file, out of the tree that its footer holds.
///
/// @param columns those that a table can show
/// @param nested the others, by name
/// @param leaves how many there are in the file
record Schema(List<Column> columns, List<String> nested, int leaves) {
  private static final int DEEPEST = 32;
  private static final int MOST_ELEMENTS = 10_000;

  private static final int LONGEST_PATH = 2_000;

  private static final int REPEATED = 2;

  /// One node of the tree, in the order in which they are met.
  private record Element(
      String name, int type, int width, int repetition, int children, Meaning meaning) {
    boolean leaf() {
      return type >= 0;
    }

    boolean listed() {
      return meaning.kind() == Meaning.Kind.LISTED;
    }
  }

  static Schema read(Thrift in) throws Broken {
    int count = in.structures();
    if (count < 1 || count > MOST_ELEMENTS) {
      throw new Broken(count + " columns");
    }
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      elements.add(element(in));
    }
    Walk walk = new Walk(elements);
    walk.group(elements.getFirst().children(), new Place("", 0, 0, false), 0);
    return new Schema(walk.columns, walk.nested, walk.leaves);
  }

  private static Element element(Thrift in) throws Broken {
    int type = -1;
    int width = 0;
    int repetition = 0;
    String name = "";
    int children = 0;
    int converted = -1;
    int scale = 0;
    Meaning meaning = Meaning.PLAIN;
    in.begin();
    while (in.field()) {
      switch (in.id()) {
        case 1 -> type = in.size();
        case 2 -> width = in.size();
        case 3 -> repetition = in.size();
        case 4 -> name = in.text();
        case 5 -> children = in.size();
        case 6 -> converted = in.size();
        case 7 -> scale = in.size();
        case 10 -> meaning = Meaning.logical(in);
        default -> in.skip();
      }
    }
    if (meaning.equals(Meaning.PLAIN)) {
      meaning = Meaning.converted(converted, scale);
    }
    // In groups a number of children is told, in columns a type; some writers tell both.
    return new Element(name, children > 0 ? -1 : type, width, repetition, children, meaning);
  }

  /// Where in the tree something is.
  ///
  /// @param listed whether it lies right in a list or map: then its own name says nothing
  private record Place(String path, int definition, int repetition, boolean listed) {
    Place child(Element element) throws Broken {
      boolean dropped = listed && !path.isEmpty();
      String name = dropped ? path : path.isEmpty() ? element.name() : path + "." + element.name();
      if (name.length() > LONGEST_PATH) {
        throw new Broken("a name of " + name.length() + " characters");
      }
      boolean repeated = element.repetition() == REPEATED;
      return new Place(
          name,
          definition + (element.repetition() == 0 ? 0 : 1),
          repetition + (repeated ? 1 : 0),
          dropped && repeated ? element.children() == 1 : element.listed());
    }
  }

  private static final class Walk {
    private final List<Element> elements;
    private final List<Column> columns = new ArrayList<>();
    private final List<String> nested = new ArrayList<>();
    private int next = 1;
    private int leaves;

    Walk(List<Element> elements) {
      this.elements = elements;
    }

    void group(int children, Place place, int depth) throws Broken {
      if (depth > DEEPEST) {
        throw new Broken("columns in columns");
      }
      for (int i = 0; i < children; i++) {
        if (next >= elements.size()) {
          throw new Broken("a column is missing");
        }
        Element element = elements.get(next++);
        Place inner = place.child(element);
        if (element.leaf()) {
          leaf(element, inner);
        } else {
          group(element.children(), inner, depth + 1);
        }
      }
    }

    private void leaf(Element element, Place place) throws Broken {
      Column column =
          new Column(
              place.path(),
              leaves++,
              Physical.of(element.type()),
              element.width(),
              element.meaning(),
              place.definition(),
              place.repetition());
      if (column.readable()) {
        columns.add(column);
      } else {
        nested.add(column.name());
      }
    }
  }

  @Override
  public List<Column> columns() {
    return Collections.unmodifiableList(columns);
  }
}
