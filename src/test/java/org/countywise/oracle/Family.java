package org.countywise.oracle;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/** A family of indicators, with the scripts that find its parts in one month. */
enum Family {
  REGISTRY("registry", true, null),
  EMPLOYMENT("employment", true, "employment-history"),
  PUBLIC_POSTS("public-posts", false, "public-posts"),
  INDUSTRY("industry", true, null),
  GUARANTEES("guarantees", false, null),
  SUPERVISION("supervision", false, null),
  LISTING("listing", false, null),
  WORKS("works", false, null),
  RELOCATION("relocation", false, null),
  INCOME("income", true, null),
  MONITORING("monitoring", true, null),
  EXIT("exit", true, null);

  private final String title;
  private final boolean householdsRead;
  private final String history;

  Family(String title, boolean householdsRead, String history) {
    this.title = title;
    this.householdsRead = householdsRead;
    this.history = history;
  }

  static Set<Family> named(Collection<String> names) {
    Set<Family> found = EnumSet.noneOf(Family.class);
    names.forEach(name -> found.add(named(name)));
    return found;
  }

  private static Family named(String name) {
    return Arrays.stream(values())
        .filter(family -> family.title.equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(unknown(name)));
  }

  private static String unknown(String name) {
    String known = Arrays.stream(values()).map(Family::title).collect(Collectors.joining(", "));
    return "unknown family '" + name + "'; the oracle knows " + known;
  }

  String title() {
    return title;
  }

  /** Does the script read the registered households and their labour, made beforehand? */
  boolean readsHouseholds() {
    return householdsRead;
  }

  /** Does the script read household accounts, made beforehand for all months? */
  boolean readsAccounts() {
    return this == INCOME || this == MONITORING;
  }

  /** Does it keep the alert ledger, month by month from the delivery's first? */
  boolean keepsLedger() {
    return this == MONITORING;
  }

  /**
   * The script for a month that is only compared with, or null where the family looks at no other
   * month.
   */
  String history() {
    return history;
  }
}
