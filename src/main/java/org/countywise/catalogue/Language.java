package org.countywise.catalogue;

import org.countywise.definition.Title;

/** A language of the catalogue. */
public enum Language {
  EN,
  ZH;

  /** The text of a title in this language. */
  String of(Title title) {
    return this == EN ? title.en() : title.zh();
  }

  /** One of two texts that mean the same. */
  String of(String en, String zh) {
    return this == EN ? en : zh;
  }

  /** Name of the catalogue's file. */
  public String file() {
    return "catalogue." + name().toLowerCase(java.util.Locale.ROOT) + ".md";
  }
}
