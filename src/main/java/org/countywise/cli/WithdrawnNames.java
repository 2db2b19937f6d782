package org.countywise.cli;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.countywise.plan.Derivation;
import org.countywise.plan.Plan;
import org.countywise.run.Withdrawals;
import picocli.CommandLine.TypeConversionException;

/** What {@code --withdraw} names: an indicator or a family, perhaps with a month of the run. */
final class WithdrawnNames {
  private WithdrawnNames() {}

  /**
   * The indicators by period.
   *
   * @throws UsageException naming an indicator or month that the run has not
   */
  static Withdrawals of(List<String> names, Plan plan, Periods periods) {
    Map<String, Set<String>> withdrawn = new HashMap<>();
    for (String name : names) {
      int at = name.indexOf('@');
      List<String> indicators = indicators(at < 0 ? name : name.substring(0, at), plan);
      for (String month : at < 0 ? List.of(periods.names()) : months(name, at, periods)) {
        withdrawn.computeIfAbsent(month, m -> new HashSet<>()).addAll(indicators);
      }
    }
    return new Withdrawals(withdrawn);
  }

  private static List<String> indicators(String name, Plan plan) {
    List<Derivation> all = plan.indicators();
    List<String> named =
        all.stream()
            .filter(of -> of.indicator().equals(name) || of.family().equals(name))
            .map(Derivation::indicator)
            .toList();
    if (named.isEmpty()) {
      List<String> known = new ArrayList<>(all.stream().map(Derivation::indicator).toList());
      all.stream().map(Derivation::family).distinct().forEach(known::add);
      throw new UsageException(
          "cannot withdraw '"
              + name
              + "': the families of this run have no such indicator; "
              + Nearest.remedy(name, known));
    }
    return named;
  }

  private static List<String> months(String name, int at, Periods periods) {
    try {
      Periods named = new Periods.Converter().convert(name.substring(at + 1));
      if (periods.months().containsAll(named.months())) {
        return List.of(named.names());
      }
    } catch (TypeConversionException e) {
      throw new UsageException("cannot withdraw '" + name + "': " + e.getMessage());
    }
    throw new UsageException(
        "cannot withdraw '" + name + "': the run is of " + periods + "; name that in --period");
  }
}
