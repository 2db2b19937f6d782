package org.countywise.definition;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text with figures in it, as in <code>
 * {migrant_labour} people, {migrant_to_base} of {migrant_to_base.denominator}
 * </code>.
 *
 * @param pieces words and figures in their order
 */
public record Phrase(List<Piece> pieces) {
  private static final Pattern BRACES = Pattern.compile("\\{([^{}]*)\\}");
  private static final Pattern FIGURE =
      Pattern.compile(
          "([a-z][a-z0-9_]*)(?:\\[([a-z][a-z0-9_]*=[^\\[\\]=]+)\\])?(?:\\.(numerator|denominator))?");

  /** Words or a figure. */
  public sealed interface Piece {}

  /** Text that stays as it is. */
  public record Words(String text) implements Piece {}

  /**
   * A published figure.
   *
   * @param breakdown {@code name=value}, empty for the total
   */
  public record Figure(String indicator, String breakdown, Part part) implements Piece {

    /** As it is written between the braces. */
    @Override
    public String toString() {
      String within = breakdown.isEmpty() ? "" : "[" + breakdown + "]";
      return indicator
          + within
          + (part == Part.VALUE ? "" : "." + part.name().toLowerCase(Locale.ROOT));
    }
  }

  /** Which number of a published row is meant. */
  public enum Part {
    VALUE,
    NUMERATOR,
    DENOMINATOR
  }

  /**
   * Reads a text.
   *
   * @throws IllegalArgumentException saying what between braces is no figure
   */
  public static Phrase of(String text) {
    List<Piece> pieces = new ArrayList<>();
    Matcher braces = BRACES.matcher(text);
    int at = 0;
    while (braces.find()) {
      words(text.substring(at, braces.start()), pieces);
      pieces.add(figure(braces.group(1)));
      at = braces.end();
    }
    words(text.substring(at), pieces);
    return new Phrase(List.copyOf(pieces));
  }

  private static void words(String text, List<Piece> pieces) {
    if (text.contains("{") || text.contains("}")) {
      throw new IllegalArgumentException(
          "a brace without its counterpart; write a figure as {indicator}");
    }
    if (!text.isEmpty()) {
      pieces.add(new Words(text));
    }
  }

  private static Figure figure(String text) {
    Matcher matcher = FIGURE.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "'{"
              + text
              + "}' is no figure; write {indicator}, {indicator.numerator}, {indicator.denominator} or"
              + " {indicator[name=value]}");
    }
    String part = matcher.group(3);
    return new Figure(
        matcher.group(1),
        matcher.group(2) == null ? "" : matcher.group(2),
        part == null ? Part.VALUE : Part.valueOf(part.toUpperCase(Locale.ROOT)));
  }

  /** Its figures, in their order. */
  public List<Figure> figures() {
    return pieces.stream().filter(Figure.class::isInstance).map(Figure.class::cast).toList();
  }
}
