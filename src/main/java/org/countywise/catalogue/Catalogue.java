package org.countywise.catalogue;

import org.countywise.definition.Definitions;
import org.countywise.report.Language;
import org.countywise.report.TextTemplate;

/** The catalogue of a jobs folder in one language. */
public record Catalogue(Definitions definitions, Language language) {

  /** The whole catalogue as Markdown. */
  public String markdown() {
    return TextTemplate.of("catalogue", language, "md").text(this).stripTrailing() + "\n";
  }

  /** Name of the catalogue's file. */
  public static String file(Language language) {
    return "catalogue.%s.md".formatted(language.code());
  }
}
