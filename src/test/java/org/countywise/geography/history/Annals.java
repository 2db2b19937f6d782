package org.countywise.geography.history;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Builds a chronicle line by line. */
final class Annals {
  static final List<String> LEVELS =
      List.of("nation", "province", "prefecture", "county", "township", "village");
  private static final LocalDate ALWAYS = LocalDate.of(1981, 1, 1);

  private final List<Validity> validities = new ArrayList<>();
  private final List<Change> changes = new ArrayList<>();

  /** A region that always was. */
  Annals always(String code, String parent) {
    return known(code, parent, ALWAYS, null);
  }

  /** A region until a day. */
  Annals until(String day, String code, String parent) {
    return known(code, parent, ALWAYS, LocalDate.parse(day));
  }

  /** A region from a day on. */
  Annals from(String day, String code, String parent) {
    return known(code, parent, LocalDate.parse(day), null);
  }

  Annals known(String code, String parent, LocalDate from, LocalDate to) {
    validities.add(new Validity(code, level(code), parent, from, to));
    return this;
  }

  Annals change(String day, String kind, String from, String... to) {
    for (String next : to) {
      changes.add(new Change(from, next, LocalDate.parse(day), kind));
    }
    return this;
  }

  CodeHistory codeHistory() {
    return new CodeHistory(validities, changes);
  }

  Relocation relocation() {
    return new Relocation(codeHistory(), LEVELS, "county", "CN");
  }

  private static String level(String code) {
    return switch (code.length()) {
      case 2 -> "province";
      case 4 -> "prefecture";
      case 6 -> "county";
      case 9 -> "township";
      default -> "village";
    };
  }

  /** Province 53 with the prefectures 5301 and 5302. */
  static Annals province() {
    return new Annals().always("53", "CN").always("5301", "53").always("5302", "53");
  }
}
