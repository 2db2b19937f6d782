package org.countywise.site;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.countywise.report.Language;

/** The texts of the site's own pages, {@code texts.en.json} and {@code texts.zh.json}. */
final class SiteTexts {
  private SiteTexts() {}

  /** Texts by code of the language and key. */
  static Map<String, Map<String, String>> all() {
    Map<String, Map<String, String>> all = new LinkedHashMap<>();
    for (Language language : Language.values()) {
      all.put(language.code(), of(language));
    }
    return all;
  }

  /** The texts of one language, in the order they are written. */
  static Map<String, String> of(Language language) {
    try (InputStream json =
        SiteTexts.class.getResourceAsStream("texts.%s.json".formatted(language.code()))) {
      return new ObjectMapper()
          .readValue(json, new TypeReference<LinkedHashMap<String, String>>() {});
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
