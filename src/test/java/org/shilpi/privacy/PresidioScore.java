package org.shilpi.privacy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.shilpi.data.Mark;

/// Precision, recall and F2 of spans as `SpanEvaluator` of presidio-research (7622dec) counts them.
///
/// Marks become tags of tokens. Tokens with the same tag in a row are a span, two spans with only
/// skip words between them are one, and a span reaches from its first to its last token that is no
/// skip word. A span is found where the characters it shares with what was predicted make at least
/// the threshold of the union. The overall figures take all types for one. Ours differ in one
/// thing: words and punctuation are told apart by a pattern instead of by spaCy.
final class PresidioScore {
  /// Counts of a type.
  static final class Counts {
    int annotated;
    int predicted;
    int right;

    double precision() {
      return predicted == 0 ? Double.NaN : (double) right / predicted;
    }

    double recall() {
      return annotated == 0 ? Double.NaN : (double) right / annotated;
    }

    double f2() {
      return 5 * precision() * recall() / (4 * precision() + recall());
    }

    @Override
    public String toString() {
      return "P %.3f  R %.3f  F2 %.3f  (%d annotated, %d predicted, %d right)"
          .formatted(precision(), recall(), f2(), annotated, predicted, right);
    }
  }

  private record Token(int start, int end, boolean skipped) {}

  /// @param start first character that counts
  /// @param end after the last character that counts
  /// @param token after its last token
  private record Piece(String type, int first, int token, int start, int end) {}

  private static final Pattern TOKEN =
      Pattern.compile(
          "['’]s\\b|\\p{L}\\.(?:\\p{L}\\.)+|(?:Mr|Mrs|Ms|Dr|St|Inc|Ltd|Jr|Sr|Prof|Co|Corp)\\.(?!\\w)"
              + "|\\S+@\\S+\\w|https?://\\S+|[\\p{L}\\p{M}]+(?:n['’]t)?|[\\p{N}]+(?:[.,:/][\\p{N}]+)*"
              + "|[\\p{L}\\p{M}\\p{N}]+|[^\\s]",
          Pattern.CASE_INSENSITIVE);

  /// Words that do not matter to where a span begins and ends: presidio's own and plain English.
  private static final Set<String> SKIPPED =
      new HashSet<>(
          Arrays.asList(
              ("'s ’s street st. st de rue via and a the or do as of day address country state city zip po apt"
                      + " unit corner p.o. box suite mr. mrs. miss year years y/o month months old morning"
                      + " noon afternoon night evening this first last week weeks weekend days age ago inc"
                      + " inc. ltd an about above across after again against all almost alone along already"
                      + " also although always am among any anyone anything anywhere are around at back be"
                      + " became because been before being below between both but by call can could did does"
                      + " done down during each eight either else every few for four from front full get give"
                      + " go had has have he hence her here hers him his how however i if in indeed into is it"
                      + " its just keep made make many may me might mine more most move much must my name never"
                      + " next nine no nobody none nor not nothing now nowhere off often on once one only onto"
                      + " other our out over own part per perhaps please put quite rather re really say see"
                      + " seem several she should show side since six so some such take ten than that their"
                      + " them then there these they third those though three through to together too top"
                      + " toward two under until up upon us used using very was we well were what when where"
                      + " which while who whole whom whose why will with within without would yet you your n't")
                  .split(" ")));

  private final double threshold;
  private final Map<String, Counts> types = new TreeMap<>();
  private final Counts all = new Counts();

  PresidioScore(double threshold) {
    this.threshold = threshold;
  }

  Counts all() {
    return all;
  }

  Map<String, Counts> types() {
    return types;
  }

  void add(String text, List<Mark> annotated, List<Mark> predicted) {
    List<Token> tokens = tokens(text);
    String[] wanted = tags(tokens, annotated);
    String[] found = tags(tokens, predicted);
    compare(pieces(tokens, wanted), pieces(tokens, found), false);
    compare(pieces(tokens, flat(wanted)), pieces(tokens, flat(found)), true);
  }

  private static String[] flat(String[] tags) {
    return Arrays.stream(tags).map(tag -> tag.isEmpty() ? "" : "PII").toArray(String[]::new);
  }

  private static List<Token> tokens(String text) {
    List<Token> tokens = new ArrayList<>();
    Matcher matcher = TOKEN.matcher(text);
    while (matcher.find()) {
      String token = matcher.group().toLowerCase(Locale.ROOT);
      boolean sign = token.length() == 1 && !Character.isLetterOrDigit(token.charAt(0));
      tokens.add(new Token(matcher.start(), matcher.end(), sign || SKIPPED.contains(token)));
    }
    return tokens;
  }

  private static String[] tags(List<Token> tokens, List<Mark> marks) {
    String[] tags = new String[tokens.size()];
    Arrays.fill(tags, "");
    for (Mark mark : marks) {
      for (int i = 0; i < tags.length; i++) {
        if (tokens.get(i).start() < mark.end() && mark.start() < tokens.get(i).end()) {
          tags[i] = mark.label();
        }
      }
    }
    return tags;
  }

  private static List<Piece> pieces(List<Token> tokens, String[] tags) {
    List<Piece> pieces = new ArrayList<>();
    for (int i = 0; i < tags.length; ) {
      int end = i + 1;
      while (end < tags.length && tags[end].equals(tags[i])) {
        end++;
      }
      List<Token> own = tokens.subList(i, end).stream().filter(token -> !token.skipped()).toList();
      if (!tags[i].isEmpty() && !own.isEmpty()) {
        Piece piece = new Piece(tags[i], i, end, own.getFirst().start(), own.getLast().end());
        Piece last = pieces.isEmpty() ? null : pieces.getLast();
        if (last != null
            && last.type().equals(piece.type())
            && tokens.subList(last.token(), i).stream().allMatch(Token::skipped)) {
          pieces.removeLast();
          piece = new Piece(piece.type(), last.first(), end, last.start(), piece.end());
        }
        pieces.add(piece);
      }
      i = end;
    }
    return pieces;
  }

  private void compare(List<Piece> annotated, List<Piece> predicted, boolean overall) {
    Set<Piece> touched = new HashSet<>();
    for (Piece wanted : annotated) {
      counts(wanted.type(), overall).annotated++;
      Map<String, List<Piece>> byType = new TreeMap<>();
      for (Piece piece : predicted) {
        if (shared(wanted, piece) > 0) {
          byType.computeIfAbsent(piece.type(), type -> new ArrayList<>()).add(piece);
          touched.add(piece);
        }
      }
      byType.forEach((type, pieces) -> {
        counts(type, overall).predicted++;
        if (type.equals(wanted.type()) && overlap(wanted, pieces) >= threshold) {
          counts(type, overall).right++;
        }
      });
    }
    predicted.stream()
        .filter(piece -> !touched.contains(piece))
        .forEach(piece -> counts(piece.type(), overall).predicted++);
  }

  private Counts counts(String type, boolean overall) {
    return overall ? all : types.computeIfAbsent(type, name -> new Counts());
  }

  private static int shared(Piece one, Piece other) {
    return Math.min(one.end(), other.end()) - Math.max(one.start(), other.start());
  }

  private static double overlap(Piece wanted, List<Piece> found) {
    Set<Integer> union = new HashSet<>();
    for (int i = wanted.start(); i < wanted.end(); i++) {
      union.add(i);
    }
    int shared = 0;
    for (Piece piece : found) {
      for (int i = piece.start(); i < piece.end(); i++) {
        shared += i >= wanted.start() && i < wanted.end() ? 1 : 0;
        union.add(i);
      }
    }
    return (double) shared / union.size();
  }
}
