package org.shilpi.data.xlsx;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.shilpi.data.CountingStream;
import org.shilpi.data.RowReader;
import org.shilpi.job.Problem;

/// One XML part of a workbook, element by element. No document type is read and nothing outside is
/// opened.
final class Xml implements Closeable {
  /// Looks at each element as it begins.
  @FunctionalInterface
  interface Visitor {
    void at(Xml element) throws IOException;
  }

  private static final XMLInputFactory FACTORY = factory();

  private final String name;
  private final CountingStream bytes;
  private final long size;
  private final XMLStreamReader reader;

  Xml(String name, InputStream in, long size) throws IOException {
    this.name = name;
    this.bytes = new CountingStream(in);
    this.size = size;
    try {
      this.reader = FACTORY.createXMLStreamReader(bytes);
    } catch (XMLStreamException broken) {
      in.close();
      throw broken(broken);
    }
  }

  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, false);
    return factory;
  }

  private RuntimeException broken(XMLStreamException broken) throws IOException {
    if (broken.getNestedException() instanceof IOException unreadable
        && !(unreadable instanceof java.util.zip.ZipException)
        && !(unreadable instanceof java.io.EOFException)
        && !(unreadable instanceof java.io.CharConversionException)) {
      throw unreadable;
    }
    return Problem.causedBy(broken, "problem.data.xlsx-broken", name);
  }

  void each(Visitor visitor) throws IOException {
    while (next()) {
      visitor.at(this);
    }
  }

  /// Goes to where the next element begins; false at the end.
  boolean next() throws IOException {
    int event = event();
    while (event != XMLStreamConstants.START_ELEMENT && event != XMLStreamConstants.END_DOCUMENT) {
      event = event();
    }
    return event == XMLStreamConstants.START_ELEMENT;
  }

  /// Goes to the next child of an element; false where that element ends.
  boolean nextIn(String parent) throws IOException {
    while (true) {
      int event = event();
      if (event == XMLStreamConstants.START_ELEMENT) {
        return true;
      }
      if (event == XMLStreamConstants.END_DOCUMENT
          || event == XMLStreamConstants.END_ELEMENT && is(parent)) {
        return false;
      }
    }
  }

  private int event() throws IOException {
    try {
      return reader.hasNext() ? reader.next() : XMLStreamConstants.END_DOCUMENT;
    } catch (XMLStreamException e) {
      throw broken(e);
    }
  }

  boolean is(String element) {
    return reader.getLocalName().equals(element);
  }

  /// An attribute of the present element, whatever its namespace; empty if it has none such.
  String attribute(String attribute) {
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      if (reader.getAttributeLocalName(i).equals(attribute)) {
        return reader.getAttributeValue(i);
      }
    }
    return "";
  }

  /// The words inside the present element, to its end.
  ///
  /// @param only the elements that hold them
  /// @param never elements whose words are none
  String text(String only, String never) throws IOException {
    StringBuilder text = new StringBuilder();
    int depth = 1;
    int inside = reader.getLocalName().equals(only) ? 1 : 0;
    int outside = 0;
    while (depth > 0) {
      switch (event()) {
        case XMLStreamConstants.START_ELEMENT -> {
          depth++;
          inside += is(only) ? 1 : 0;
          outside += is(never) ? 1 : 0;
        }
        case XMLStreamConstants.END_ELEMENT -> {
          depth--;
          inside -= is(only) ? 1 : 0;
          outside -= is(never) ? 1 : 0;
        }
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
          if (inside > 0 && outside == 0) {
            text.append(reader.getText());
            if (text.length() > RowReader.LONGEST_ROW) {
              throw Problem.of("problem.data.xlsx-large", name);
            }
          }
        }
        case XMLStreamConstants.END_DOCUMENT -> depth = 0;
        default -> {}
      }
    }
    return text.toString();
  }

  /// The part of it that was read, from 0 to 1.
  double share() {
    return size <= 0 ? 0 : Math.min(1, (double) bytes.count() / size);
  }

  @Override
  public void close() throws IOException {
    try {
      reader.close();
    } catch (XMLStreamException e) {
      throw new IOException(e);
    } finally {
      bytes.close();
    }
  }
}
