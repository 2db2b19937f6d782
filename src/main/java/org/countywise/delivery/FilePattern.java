package org.countywise.delivery;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Where the files of a dataset lie below a delivery, as its definition says: names divided by
 * slashes, in which {@code *} stands for any characters, {@code ?} for one and <code>{period}
 * </code> for a month. Every other character means itself, and names of files mean nothing but
 * themselves.
 */
record FilePattern(List<Segment> segments) {
  private static final String PERIOD = "{period}";
  private static final Pattern MONTH = Pattern.compile("\\d{4}-(0[1-9]|1[0-2])");
  private static final Pattern WILD = Pattern.compile("\\{period}|[*?]|[^*?{]+|\\{");
  private static final String SOME_MONTH = "2020-07";

  static FilePattern of(String files) {
    return new FilePattern(
        Arrays.stream(files.split("/"))
            .filter(text -> !text.isEmpty())
            .map(text -> new Segment(text, regex(text)))
            .toList());
  }

  private static Pattern regex(String text) {
    return WILD.matcher(text)
        .results()
        .map(part -> regexOf(part.group()))
        .collect(Collectors.collectingAndThen(Collectors.joining(), Pattern::compile));
  }

  private static String regexOf(String part) {
    return switch (part) {
      case PERIOD -> "(?<period>.*?)";
      case "*" -> ".*";
      case "?" -> ".";
      default -> Pattern.quote(part);
    };
  }

  /** One name of the path. */
  record Segment(String text, Pattern regex) {
    /** Whether a name is this one; a period that is no month is none. */
    boolean fits(String name) {
      Matcher matcher = regex.matcher(name);
      return matcher.matches() && (!dated() || MONTH.matcher(matcher.group("period")).matches());
    }

    /** The month in a name that fits. */
    String month(String name) {
      Matcher matcher = regex.matcher(name);
      return matcher.matches() ? matcher.group("period") : "";
    }

    /** Whether the month stands in it. */
    boolean dated() {
      return text.contains(PERIOD);
    }

    /** Whether it names one file or folder. */
    boolean literal() {
      return !dated() && !text.contains("*") && !text.contains("?");
    }

    /** Whether Spark reads the month from the folder's name by itself. */
    boolean partition() {
      return text.equals("period=" + PERIOD);
    }

    /** What fits, for messages: {@code that ends in .parquet}. */
    String words() {
      String ending = text.substring(1);
      boolean onlyEnding = text.startsWith("*.") && !ending.contains("*") && !ending.contains("?");
      return onlyEnding
          ? "that ends in " + ending
          : "named " + (literal() ? "" : "like ") + text.replace(PERIOD, SOME_MONTH);
    }
  }
}
