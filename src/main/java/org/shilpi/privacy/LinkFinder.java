package org.shilpi.privacy;

import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Addresses on the web and names of domains. One that carries a token, a password or a mail
/// address is a secret, not only a link.
final class LinkFinder implements Finder {
  private static final Pattern LINK =
      Pattern.compile(
          "(?:https?|ftps?|sftp|wss?)://[^\\s<>\"'{}|\\\\^`]{1,2048}+", Pattern.CASE_INSENSITIVE);
  private static final Pattern WWW =
      Pattern.compile(
          "(?<![\\w@./-])www\\.[\\w-]{1,63}+(?:\\.[\\w-]{1,63}+){1,6}(?:/[^\\s<>\"']{0,1024}+)?",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern DOMAIN =
      Pattern.compile(
          "(?<![\\w@./-])[a-z0-9](?:[a-z0-9-]{0,62}+\\.){1,5}(?:com|org|net|edu|gov|mil|info|biz|io|ai|"
              + "app|dev|co|in|uk|us|de|fr|it|es|nl|be|ch|at|se|no|dk|fi|pl|cz|pt|ie|eu|ru|cn|jp|kr|"
              + "au|nz|ca|br|mx|za|ae|sg|hk|my|id|ph|th|vn|pk|bd|lk|np)(?:/[^\\s<>\"']{0,1024}+)?"
              + "(?![\\w@-])",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern TELLING =
      Pattern.compile(
          "[?&#;](?:[\\w.-]{0,30}(?:token|key|secret|passw(?:or)?d|pwd|auth|sig(?:nature)?|session"
              + "|sid|otp|code|jwt|credential)s?)=[^&#\\s]{4,}|://[^/@\\s]{1,100}:[^/@\\s]{1,100}@"
              + "|[?&][\\w.-]{1,30}=[^&@\\s]{1,64}(?:@|%40)",
          Pattern.CASE_INSENSITIVE);

  @Override
  public void find(Passage passage, Consumer<Finding> found) {
    if (passage.text().indexOf('.') < 0 && passage.text().indexOf("://") < 0) {
      return;
    }
    tell(passage.all(LINK), 0.95, found);
    tell(passage.all(WWW), 0.9, found);
    tell(passage.all(DOMAIN), 0.7, found);
  }

  private static void tell(Matcher matcher, double confidence, Consumer<Finding> found) {
    while (matcher.find()) {
      String link = matcher.group();
      int length = link.length();
      while (length > 1 && ".,;:!?)]".indexOf(link.charAt(length - 1)) >= 0) {
        length--;
      }
      boolean telling = TELLING.matcher(link).find();
      found.accept(
          new Finding(
              matcher.start(),
              matcher.start() + length,
              telling ? Kind.SECRET : Kind.LINK,
              telling ? 0.97 : confidence));
    }
  }
}
