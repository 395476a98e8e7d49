package org.shilpi.document;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/// Which mails belong together: by the ids that they refer to, else by their subject. What was seen
/// before is remembered, so that a reply that names only the mail before it joins the whole thread.
final class Threads {
  private static final int REMEMBERED = 200_000;
  private static final Pattern ID = Pattern.compile("<[^<>\\s]{3,300}>");
  private static final Pattern REPLY =
      Pattern.compile(
          "(?iu)^(?:\\s*(?:re|fwd?|aw|wg|sv|vs|antw|rv|tr|उत्तर)(?:\\[\\d+])?\\s*[:：])+");
  private static final Pattern LIST = Pattern.compile("^\\s*\\[[^\\]]{1,40}]");

  private final Map<String, String> groups =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
          return size() > REMEMBERED;
        }
      };

  /// The name of the thread; empty for a mail without id and subject.
  ///
  /// @param id the mail's own, possibly empty
  /// @param references ids of the mails before it, the oldest first
  /// @param before id of the mail that it answers, possibly empty
  String group(String id, String references, String before, String subject) {
    List<String> earlier = ids(references + " " + before);
    String own = ids(id).stream().findFirst().orElse("");
    String topic = topic(subject);
    boolean reply = !earlier.isEmpty() || REPLY.matcher(subject).find();
    String group =
        earlier.stream().filter(groups::containsKey).findFirst().map(groups::get).orElse("");
    if (group.isEmpty() && !earlier.isEmpty()) {
      group = earlier.getFirst();
    }
    if (group.isEmpty() && reply && !topic.isEmpty()) {
      group = groups.getOrDefault("subject " + topic, topic);
    }
    if (group.isEmpty()) {
      group = own.isEmpty() ? topic : groups.getOrDefault(own, own);
    }
    for (String known : earlier) {
      groups.putIfAbsent(known, group);
    }
    if (!own.isEmpty()) {
      groups.put(own, group);
    }
    if (!topic.isEmpty()) {
      groups.put("subject " + topic, group);
    }
    return group;
  }

  private static List<String> ids(String header) {
    return ID.matcher(header).results().map(match -> match.group()).distinct().toList();
  }

  /// A subject without the marks of replies, forwards and lists, in small letters.
  static String topic(String subject) {
    String topic = subject.strip();
    String before;
    do {
      before = topic;
      topic = LIST.matcher(REPLY.matcher(topic).replaceFirst("")).replaceFirst("");
    } while (!topic.equals(before));
    return topic.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
  }
}
