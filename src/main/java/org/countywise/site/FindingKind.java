package org.countywise.site;

import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.countywise.definition.Family;
import org.countywise.definition.Quality;
import org.countywise.definition.Title;
import org.countywise.report.FindingType;

/** What findings of a rule mean, and what to do. */
record FindingKind(Title meaning, Title remedy) {

  /** The kinds of some rules; a rule that neither the engine nor the definitions know has none. */
  static Map<String, FindingKind> of(Collection<String> rules, Collection<Family> families) {
    Map<String, FindingKind> written = written(families);
    Map<String, FindingKind> kinds = new TreeMap<>();
    for (String rule : rules) {
      Optional.ofNullable(written.get(rule))
          .or(() -> known(rule))
          .ifPresent(k -> kinds.put(rule, k));
    }
    return kinds;
  }

  private static Optional<FindingKind> known(String rule) {
    return Arrays.stream(FindingType.values())
        .filter(type -> type.id().equals(rule))
        .findFirst()
        .map(
            type ->
                new FindingKind(
                    new Title(type.meaning(Locale.ENGLISH), type.meaning(Locale.CHINESE)),
                    new Title(type.remedy(Locale.ENGLISH), type.remedy(Locale.CHINESE))));
  }

  private static Map<String, FindingKind> written(Collection<Family> families) {
    Map<String, FindingKind> kinds = new TreeMap<>();
    for (Family family : families) {
      Quality quality = family.quality();
      if (quality != null && quality.shares() != null) {
        quality
            .shares()
            .forEach((rule, of) -> kinds.put(rule, new FindingKind(of.title(), of.remedy())));
      }
      if (quality != null && quality.jumps() != null) {
        quality
            .jumps()
            .forEach((rule, of) -> kinds.put(rule, new FindingKind(of.title(), of.remedy())));
      }
    }
    return kinds;
  }
}
