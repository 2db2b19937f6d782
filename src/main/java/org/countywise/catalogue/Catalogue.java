package org.countywise.catalogue;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.countywise.definition.Definitions;
import org.countywise.report.FindingType;
import org.countywise.report.Language;
import org.countywise.report.TextTemplate;

/** The catalogue of a jobs folder in one language. */
public record Catalogue(Definitions definitions, Language language) {

  /** The whole catalogue as Markdown. */
  public String markdown() {
    return TextTemplate.of("catalogue", language, "md").text(this).stripTrailing() + "\n";
  }

  /** What the engine finds in data, whatever the definitions are. */
  public List<Kind> findings() {
    Locale locale = Locale.forLanguageTag(language.code());
    return Arrays.stream(FindingType.values())
        .map(
            type ->
                new Kind(
                    type.id(),
                    type.severities().stream()
                        .map(severity -> severity.name().toLowerCase(Locale.ROOT))
                        .toList(),
                    type.meaning(locale),
                    type.remedy(locale)))
        .toList();
  }

  /** A type of findings in the language of the catalogue. */
  public record Kind(String id, List<String> severities, String meaning, String remedy) {}

  /** Name of the catalogue's file. */
  public static String file(Language language) {
    return "catalogue.%s.md".formatted(language.code());
  }
}
