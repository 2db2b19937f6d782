package org.countywise.report;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Text in which a reader sees the characters that have no shape. */
public final class Visible {
  private static final Pattern INVISIBLE =
      Pattern.compile("[\\p{Cntrl}\\p{Cf}\\p{Zl}\\p{Zp}[\\p{Zs}&&[^ ]]]");
  private static final Pattern OUTER_BLANK = Pattern.compile("^ +| +$");
  private static final Map<Integer, String> NAMES =
      Map.of(0xFEFF, "byte order mark", 0x00A0, "no-break blank", 0x3000, "wide blank");

  private Visible() {}

  /** The text with every invisible character by its code. */
  public static String text(String text) {
    return INVISIBLE
        .matcher(text)
        .replaceAll(found -> Matcher.quoteReplacement(shown(found.group())));
  }

  /** A value in quotes, its leading and trailing blanks too. */
  public static String quoted(String value) {
    String shown =
        OUTER_BLANK
            .matcher(value)
            .replaceAll(found -> "<U+0020 blank>".repeat(found.group().length()));
    return "'" + text(shown) + "'";
  }

  /** The text without any, and without blanks around it. */
  public static String without(String text) {
    return INVISIBLE.matcher(text).replaceAll("").strip();
  }

  private static String shown(String character) {
    int code = character.codePointAt(0);
    String name = NAMES.getOrDefault(code, "");
    return "<U+%04X%s>".formatted(code, name.isEmpty() ? "" : " " + name);
  }
}
