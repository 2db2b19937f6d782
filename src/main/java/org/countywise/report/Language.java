package org.countywise.report;

import java.util.Locale;

/** A language that texts for people are written in. */
public enum Language {
  EN,
  ZH;

  /** As it stands in the names of files. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
