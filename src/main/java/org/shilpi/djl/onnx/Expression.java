package org.shilpi.djl.onnx;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// An expression of a program. Its value is a [Node] if it depends on a tensor, else a `Long`,
/// `Double`, `Boolean`, `String`, [Tracer.Nothing], a dictionary (`Map`), or a list of such.
@FunctionalInterface
interface Expression {
  Object in(Scope scope);

  static Expression parse(String text) {
    Reader reader = new Reader(text);
    Expression expression = reader.or();
    reader.requireEnd();
    return expression;
  }

  /// A parser by recursive descent: one method a level of precedence.
  final class Reader {
    private static final Pattern TOKEN =
        Pattern.compile(
            "\\s*(\"[^\"]*\"|\\d+\\.?\\d*(?:e-?\\d+)?|[\\w.]*[A-Za-z_]\\w*|[=!<>]=|[-+*/<>(),\\[\\]=])");
    private static final String END = "";

    private final List<String> tokens = new ArrayList<>();
    private int next;

    Reader(String text) {
      Matcher token = TOKEN.matcher(text);
      int at = 0;
      while (token.find() && token.start() == at) {
        tokens.add(token.group(1));
        at = token.end();
      }
      if (at < text.length()) {
        throw new IllegalArgumentException("cannot be traced: " + text.substring(at));
      }
      tokens.add(END);
    }

    private boolean took(String token) {
      boolean there = tokens.get(next).equals(token);
      next += there ? 1 : 0;
      return there;
    }

    private void require(String token) {
      if (!took(token)) {
        throw new IllegalArgumentException("%s instead of %s".formatted(tokens.get(next), token));
      }
    }

    void requireEnd() {
      require(END);
    }

    Expression or() {
      Expression left = comparison();
      while (took("and")) {
        Expression first = left;
        Expression second = comparison();
        left = scope -> (Boolean) first.in(scope) && (Boolean) second.in(scope);
      }
      return left;
    }

    private Expression comparison() {
      Expression left = sum();
      for (String operator : List.of("==", "!=", "<=", ">=", "<", ">")) {
        if (took(operator)) {
          Expression right = sum();
          return scope -> Arithmetic.compare(operator, left.in(scope), right.in(scope));
        }
      }
      if (took("is")) {
        boolean not = took("not");
        require("None");
        return scope -> not != (left.in(scope) == Tracer.Nothing.NONE);
      }
      return left;
    }

    private Expression sum() {
      return chain(List.of("+", "-"), this::product);
    }

    private Expression product() {
      return chain(List.of("*", "/"), this::sign);
    }

    private interface Level {
      Expression read();
    }

    private Expression chain(List<String> operators, Level below) {
      Expression left = below.read();
      while (operators.contains(tokens.get(next))) {
        String operator = tokens.get(next++);
        Expression first = left;
        Expression second = below.read();
        left = scope -> scope.tracer().arithmetic().of(operator, first.in(scope), second.in(scope));
      }
      return left;
    }

    private Expression sign() {
      if (took("-")) {
        Expression value = sign();
        return scope -> scope.tracer().arithmetic().of("-", 0L, value.in(scope));
      }
      Expression value = atom();
      while (took("[")) {
        Expression of = value;
        Expression at = or();
        require("]");
        value = scope -> scope.tracer().at(of.in(scope), at.in(scope));
      }
      return value;
    }

    private Expression atom() {
      if (took("(")) {
        Expression inside = or();
        require(")");
        return inside;
      }
      if (took("[")) {
        List<Expression> items = list("]", new HashMap<>());
        return scope -> items.stream().map(item -> item.in(scope)).toList();
      }
      String token = tokens.get(next++);
      if (took("(")) {
        Map<String, Expression> named = new HashMap<>();
        List<Expression> plain = list(")", named);
        return scope -> scope.tracer().call(token, values(plain, scope), values(named, scope));
      }
      return literal(token);
    }

    private static List<Object> values(List<Expression> expressions, Scope scope) {
      return expressions.stream().map(expression -> expression.in(scope)).toList();
    }

    private static Map<String, Object> values(Map<String, Expression> expressions, Scope scope) {
      Map<String, Object> values = new HashMap<>();
      expressions.forEach((name, expression) -> values.put(name, expression.in(scope)));
      return values;
    }

    /// @param named takes what is given by name
    private List<Expression> list(String end, Map<String, Expression> named) {
      List<Expression> items = new ArrayList<>();
      while (!took(end)) {
        if (tokens.get(next + 1).equals("=")) {
          String name = tokens.get(next);
          next += 2;
          named.put(name, or());
        } else {
          items.add(or());
        }
        if (!took(",") && !tokens.get(next).equals(end)) {
          require(end);
        }
      }
      return items;
    }

    private static Expression literal(String token) {
      char first = token.isEmpty() ? ' ' : token.charAt(0);
      if (first == '"') {
        String text = token.substring(1, token.length() - 1);
        return scope -> text;
      }
      if (Character.isDigit(first)) {
        Object number =
            token.matches("\\d+") ? (Object) Long.valueOf(token) : Double.valueOf(token);
        return scope -> number;
      }
      return switch (token) {
        case "None" -> scope -> Tracer.Nothing.NONE;
        case "True" -> scope -> true;
        case "False" -> scope -> false;
        case "inf" -> scope -> Double.POSITIVE_INFINITY;
        default -> scope -> scope.get(token);
      };
    }
  }
}
