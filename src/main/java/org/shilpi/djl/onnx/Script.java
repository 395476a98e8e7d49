package org.shilpi.djl.onnx;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The methods of a program, parsed when they are first called: the part of TorchScript that says
/// what is computed (assignments, `if`, `for ... in range(...)`, `return`, expressions).
final class Script {
  private static final Pattern METHOD =
      Pattern.compile("def (\\w+)\\(self(?:, )?(.*?)\\) -> .*:", Pattern.DOTALL);
  private static final Pattern ASSIGNMENT =
      Pattern.compile("(\\w+(?:, \\w+)*)(?:: [\\w\\[\\], ]+)? = (.*)");
  private static final Pattern LOOP = Pattern.compile("for (\\w+) in range\\((.*)\\):");
  private static final Pattern CHOICE = Pattern.compile("(?:el)?if (.*):");

  /// @param parameters names, without `self`
  record Method(List<String> parameters, List<Statement> body) {}

  /// Something that is done in a scope.
  @FunctionalInterface
  interface Statement {
    /// @return what the method gives, if it ends here
    Optional<Object> run(Scope scope);
  }

  private final Map<String, List<String>> texts = new HashMap<>();
  private final Map<String, Method> methods = new HashMap<>();

  Script(String text) {
    List<String> current = new ArrayList<>();
    for (String line : text.lines().toList()) {
      Matcher begin = METHOD.matcher(line);
      if (begin.matches()) {
        current = new ArrayList<>();
        texts.put(begin.group(1), current);
      }
      if (!line.isBlank() && !line.startsWith("#")) {
        current.add(line);
      }
    }
  }

  Method method(String name) {
    Method known = methods.get(name);
    if (known == null) {
      known = parse(name);
      methods.put(name, known);
    }
    return known;
  }

  private Method parse(String name) {
    List<String> lines = texts.get(name);
    if (lines == null) {
      throw new IllegalArgumentException("no method named " + name);
    }
    Matcher begin = METHOD.matcher(lines.getFirst());
    if (!begin.matches()) {
      throw new IllegalArgumentException(lines.getFirst());
    }
    List<String> parameters =
        Arrays.stream(begin.group(2).split(", (?=\\w+:)"))
            .filter(parameter -> !parameter.isEmpty())
            .map(parameter -> parameter.substring(0, parameter.indexOf(':')))
            .toList();
    return new Method(parameters, new Block(lines.subList(1, lines.size())).statements(1));
  }

  /// Lines, read one after the other.
  private static final class Block {
    private final List<String> lines;
    private int next;

    Block(List<String> lines) {
      this.lines = lines;
    }

    /// @param depth of the statements; ends where one is less deep
    List<Statement> statements(int depth) {
      List<Statement> statements = new ArrayList<>();
      while (next < lines.size() && depth(lines.get(next)) == depth) {
        statements.add(statement(lines.get(next++).strip(), depth));
      }
      return statements;
    }

    private static int depth(String line) {
      return (line.length() - line.stripLeading().length()) / 2;
    }

    private Statement statement(String line, int depth) {
      if (line.startsWith("if ")) {
        return choice(line, depth);
      }
      Matcher loop = LOOP.matcher(line);
      if (loop.matches()) {
        return loop(loop.group(1), Expression.parse(loop.group(2)), statements(depth + 1));
      }
      if (line.startsWith("return ")) {
        Expression value = Expression.parse(line.substring("return ".length()));
        return scope -> Optional.of(value.in(scope));
      }
      Matcher assignment = ASSIGNMENT.matcher(line);
      if (!assignment.matches()) {
        throw new IllegalArgumentException("cannot be traced: " + line);
      }
      List<String> names = List.of(assignment.group(1).split(", "));
      Expression value = Expression.parse(assignment.group(2));
      return scope -> {
        Object result = value.in(scope);
        List<?> parts = names.size() == 1 ? List.of(result) : (List<?>) result;
        for (int i = 0; i < names.size(); i++) {
          scope.set(names.get(i), parts.get(i));
        }
        return Optional.empty();
      };
    }

    private Statement choice(String line, int depth) {
      Matcher condition = CHOICE.matcher(line);
      if (!condition.matches()) {
        throw new IllegalArgumentException("cannot be traced: " + line);
      }
      Expression test = Expression.parse(condition.group(1));
      List<Statement> then = statements(depth + 1);
      @Nullable Statement other = null;
      if (next < lines.size() && depth(lines.get(next)) == depth) {
        String follows = lines.get(next).strip();
        if (follows.startsWith("elif ")) {
          next++;
          other = choice(follows, depth);
        } else if (follows.equals("else:")) {
          next++;
          List<Statement> otherwise = statements(depth + 1);
          other = scope -> run(otherwise, scope);
        }
      }
      Statement rest = other;
      return scope -> {
        if ((Boolean) test.in(scope)) {
          return run(then, scope);
        }
        return rest == null ? Optional.empty() : rest.run(scope);
      };
    }

    private static Statement loop(String name, Expression count, List<Statement> body) {
      return scope -> {
        Optional<Object> result = Optional.empty();
        long times = (Long) count.in(scope);
        for (long i = 0; i < times && result.isEmpty(); i++) {
          scope.set(name, i);
          result = run(body, scope);
        }
        return result;
      };
    }
  }

  static Optional<Object> run(List<Statement> statements, Scope scope) {
    for (Statement statement : statements) {
      Optional<Object> result = statement.run(scope);
      if (result.isPresent()) {
        return result;
      }
    }
    return Optional.empty();
  }
}
