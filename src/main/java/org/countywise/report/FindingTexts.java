package org.countywise.report;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The texts about findings in one language; {@code findings.en.properties} says how they look. */
final class FindingTexts {
  private static final Pattern PART = Pattern.compile("\\{\\.(\\w+)}");
  private static final Pattern VALUE = Pattern.compile("\\{(\\w+)}");
  private static final FindingTexts EN = new FindingTexts("findings.en.properties");
  private static final FindingTexts ZH = new FindingTexts("findings.zh.properties");

  /** By {@code rule.part}. */
  private final Properties texts = new Properties();

  private FindingTexts(String file) {
    try (Reader in =
        new InputStreamReader(
            FindingTexts.class.getResourceAsStream(file), StandardCharsets.UTF_8)) {
      texts.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Chinese, or English for every other language. */
  static FindingTexts of(Locale language) {
    return language.getLanguage().equals("zh") ? ZH : EN;
  }

  /** A text of a type, with the parts it repeats. */
  String part(FindingType type, String part) {
    String text = texts.getProperty(type.id() + "." + part);
    if (text == null) {
      throw new IllegalArgumentException("finding " + type.id() + " has no text '" + part + "'");
    }
    return replaced(PART, text, name -> part(type, name));
  }

  /** The values that a text names. */
  static Set<String> names(String text) {
    return VALUE
        .matcher(text)
        .results()
        .map(found -> found.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The text with its values. */
  static String filled(String text, Map<String, String> values) {
    return replaced(
        VALUE,
        text,
        name -> {
          if (!values.containsKey(name)) {
            throw new IllegalArgumentException("no value {" + name + "} for: " + text);
          }
          return values.get(name);
        });
  }

  private static String replaced(Pattern pattern, String text, UnaryOperator<String> by) {
    return pattern
        .matcher(text)
        .replaceAll(found -> Matcher.quoteReplacement(by.apply(found.group(1))));
  }
}
