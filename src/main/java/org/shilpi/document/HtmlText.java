package org.shilpi.document;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeTraversor;

/// What a reader sees of a page of HTML, and where its links lead.
///
/// @param title of the page, possibly empty
/// @param text visible words; behind a link's words its target in angle brackets, unless they say
///   it
/// @param hidden words that styles keep from being shown
record HtmlText(String title, String text, String hidden, List<Link> links) {
  private static final Set<String> BLOCKS =
      Set.of(
          "address article aside center dd div dl dt fieldset figure footer form header hr li main nav ol option section table tbody tfoot thead tr ul"
              .split(" "));
  private static final Set<String> PARAGRAPHS =
      Set.of("p", "h1", "h2", "h3", "h4", "h5", "h6", "pre");
  private static final Set<String> UNSEEN =
      Set.of("script", "style", "head", "template", "noscript", "object", "svg", "iframe", "nav");
  private static final Pattern LINE_AT_THE_LEFT = Pattern.compile("(?i)border-left\\s*:");
  private static final Pattern REFRESH = Pattern.compile("(?i)url\\s*=\\s*[\"']?([^\"'\\s]+)");
  private static final Pattern HIDING =
      Pattern.compile(
          "(?i)display\\s*:\\s*none|visibility\\s*:\\s*hidden|(font-size|max-height|opacity)\\s*:\\s*0(px|pt|em|%)?\\s*(;|!|$)|mso-hide\\s*:\\s*all");

  static HtmlText of(String html) {
    Document document = Jsoup.parse(withEndedComments(html));
    Walk walk = new Walk();
    NodeTraversor.filter(walk, document);
    return new HtmlText(
        document.title(), walk.page.toString(), String.join("\n", walk.hidden), walk.page.links());
  }

  // A comment that never ends would hide all below it; mail programs end it at its first bracket.
  private static String withEndedComments(String html) {
    int start = html.indexOf("<!--");
    while (start >= 0) {
      int end = html.indexOf("-->", start);
      if (end < 0) {
        return html.substring(0, start + 2) + html.substring(start + 4);
      }
      start = html.indexOf("<!--", end);
    }
    return html;
  }

  /// Origin fields that tell of the links.
  Map<String, String> fields() {
    Map<String, String> fields = new LinkedHashMap<>(Link.fields(links));
    fields.put(Fields.HIDDEN, hidden);
    return fields;
  }

  private static final class Walk implements NodeFilter {
    private final Page page = new Page();
    private final List<String> hidden = new ArrayList<>();
    private final Deque<Integer> anchors = new ArrayDeque<>();
    private int exact;

    @Override
    public FilterResult head(Node node, int depth) {
      if (node instanceof TextNode text) {
        if (exact > 0) {
          page.exact(text.getWholeText());
        } else {
          page.words(text.getWholeText());
        }
      }
      if (!(node instanceof Element element)) {
        return FilterResult.CONTINUE;
      }
      String tag = element.normalName();
      elsewhere(element, tag);
      if (UNSEEN.contains(tag) || element.hasAttr("hidden")) {
        return FilterResult.SKIP_ENTIRELY;
      }
      if (HIDING.matcher(element.attr("style")).find()) {
        hidden.add(element.text());
        return FilterResult.SKIP_ENTIRELY;
      }
      open(element, tag);
      return FilterResult.CONTINUE;
    }

    private void open(Element element, String tag) {
      if (PARAGRAPHS.contains(tag)) {
        page.paragraph();
      } else if (BLOCKS.contains(tag)) {
        page.block();
      }
      switch (tag) {
        case "br" -> page.line();
        case "pre", "textarea" -> exact++;
        case "td", "th" -> page.cell();
        case "li" -> page.words("- ");
        case "blockquote" -> page.quote(quotes(element));
        case "a", "area" -> anchors.push(page.length());
        default -> {}
      }
    }

    @Override
    public FilterResult tail(Node node, int depth) {
      if (node instanceof Element element) {
        String tag = element.normalName();
        switch (tag) {
          case "pre", "textarea" -> exact--;
          case "blockquote" -> page.quote(-quotes(element));
          case "a", "area" -> link(element);
          default -> {}
        }
        if (PARAGRAPHS.contains(tag)) {
          page.paragraph();
        } else if (BLOCKS.contains(tag)) {
          page.block();
        }
      }
      return FilterResult.CONTINUE;
    }

    // Places that are reached without a link to click: what a form is sent to, what a frame shows,
    // where a page leads on by itself.
    private void elsewhere(Element element, String tag) {
      switch (tag) {
        case "form" -> page.linkElsewhere(new Link("", target(element, "action")));
        case "frame", "iframe" -> page.linkElsewhere(new Link("", target(element, "src")));
        case "head" -> {
          for (Element meta : element.select("meta[http-equiv=refresh]")) {
            Matcher matcher = REFRESH.matcher(meta.attr("content"));
            if (matcher.find()) {
              page.linkElsewhere(new Link("", matcher.group(1)));
            }
          }
        }
        default -> {}
      }
    }

    // Most blocks of this kind only set text in; those of mail programs hold the mail before.
    private static int quotes(Element block) {
      return block.attr("type").equalsIgnoreCase("cite")
              || block.className().toLowerCase(Locale.ROOT).contains("quote")
              || LINE_AT_THE_LEFT.matcher(block.attr("style")).find()
          ? 1
          : 0;
    }

    private void link(Element element) {
      String shown = page.since(anchors.isEmpty() ? page.length() : anchors.pop());
      Link link = new Link(shown.lines().collect(Collectors.joining(" ")), target(element, "href"));
      page.link(link);
    }

    private static String target(Element element, String attribute) {
      String written = element.attr(attribute).replaceAll("[\\s\\p{Cntrl}]+", "");
      if (written.startsWith("//")) {
        return "https:" + written;
      }
      // A page may say that its links start elsewhere.
      String whole = written.contains(":") ? "" : element.absUrl(attribute);
      return whole.isEmpty() ? written : whole;
    }
  }
}
