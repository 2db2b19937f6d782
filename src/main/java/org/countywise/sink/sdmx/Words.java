package org.countywise.sink.sdmx;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Properties;

/**
 * A text in English and Chinese.
 *
 * @param en empty where nobody has said it
 * @param zh empty where nobody has said it
 */
public record Words(String en, String zh) {
  private static final Properties ENGLISH = read("names.en.properties");
  private static final Properties CHINESE = read("names.zh.properties");

  /** A text, a key where there is none. */
  Words orElse(String key) {
    return en.isEmpty() && zh.isEmpty() ? new Words(key, "") : this;
  }

  /** The name of what is not broken down. */
  public static Words total() {
    return named("CL_BREAKDOWN._T");
  }

  /** The name of something that SDMX or we ourselves define, from the resources. */
  static Words named(String key) {
    return new Words(ENGLISH.getProperty(key, ""), CHINESE.getProperty(key, ""));
  }

  /** The codes of a list that SDMX or we ourselves define, in alphabetical order. */
  static List<Structure.Coded> codes(String list) {
    String start = list + ".";
    return ENGLISH.stringPropertyNames().stream()
        .filter(key -> key.startsWith(start))
        .sorted()
        .map(key -> new Structure.Coded(key.substring(start.length()), named(key)))
        .toList();
  }

  private static Properties read(String resource) {
    Properties names = new Properties();
    try (Reader text =
        new InputStreamReader(Words.class.getResourceAsStream(resource), StandardCharsets.UTF_8)) {
      names.load(text);
      return names;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
