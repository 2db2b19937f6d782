package org.countywise.claim;

import java.util.Locale;

/** What is said to a statement; of several parts the gravest counts, which comes last here. */
public enum ClaimRating {
  /** True as stated. */
  CONFIRMED,
  /** Something it needs is not published. */
  CANNOT_BE_CHECKED,
  /** True against another base. */
  WRONG_BASE,
  /** True of another population. */
  WRONG_POPULATION,
  /** True of nothing that was tried. */
  DIFFERS;

  /** As people and scripts read it. */
  public String words() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
