package org.shilpi.architecture.bad.document.data;

final class Page {
  final org.jsoup.nodes.Document page = org.jsoup.Jsoup.parse("");
}
