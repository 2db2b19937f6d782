package org.countywise.cli;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.countywise.report.Suggestion;

/** Which region was probably meant by a name, or by a code that does not exist. */
final class UnknownRegion {
  private UnknownRegion() {}

  /** The remedy: the region of that name, or of the nearest name or code. */
  static String remedy(String typed, Collection<Region> known) {
    return containing(typed, known)
        .or(() -> resembling(typed, known))
        .map(region -> "did you mean '" + region.code() + "', " + region.name() + "?")
        .orElseGet(() -> Nearest.remedy(typed, known.stream().map(Region::code).toList()));
  }

  private static Optional<Region> containing(String typed, Collection<Region> known) {
    String wanted = typed.strip().toLowerCase(Locale.ROOT);
    return wanted.isEmpty()
        ? Optional.empty()
        : known.stream()
            .filter(of -> names(of).stream().anyMatch(n -> n.contains(wanted)))
            .findFirst();
  }

  /** A misspelt name; a county is also called without the last word of its name. */
  private static Optional<Region> resembling(String typed, Collection<Region> known) {
    List<String> names = known.stream().flatMap(of -> names(of).stream()).toList();
    return Suggestion.nearest(typed.strip().toLowerCase(Locale.ROOT), names)
        .flatMap(name -> known.stream().filter(of -> names(of).contains(name)).findFirst());
  }

  private static List<String> names(Region region) {
    List<String> names = new ArrayList<>();
    for (String name : List.of(region.nameEn().toLowerCase(Locale.ROOT), region.nameZh())) {
      if (!name.isEmpty()) {
        names.add(name);
        names.add(name.replaceFirst("( \\p{Alpha}+|[县市区旗州省])$", ""));
      }
    }
    return names;
  }
}
