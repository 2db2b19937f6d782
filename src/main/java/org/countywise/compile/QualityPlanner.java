package org.countywise.compile;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.countywise.compile.resolve.DefinitionIndex;
import org.countywise.definition.Family;
import org.countywise.plan.Derivation;
import org.countywise.plan.Quality;
import org.countywise.plan.Watch;

/**
 * Resolves the rules of quality that a plan can hold without reading more than it reads anyway.
 *
 * @param demand all that is read
 */
record QualityPlanner(DefinitionIndex definitionIndex, Demand demand) {

  /**
   * The rules.
   *
   * @param indicators ids of those that are derived
   */
  Quality quality(Collection<String> indicators) {
    List<Quality.Share> shares = new ArrayList<>();
    List<Quality.Jump> jumps = new ArrayList<>();
    List<String> left = new ArrayList<>();
    for (Family family : definitionIndex.families().values()) {
      if (family.quality() != null) {
        family.quality().shares().forEach((name, of) -> share(name, of, shares, left));
        family.quality().jumps().forEach((name, of) -> jump(name, of, indicators, jumps));
      }
    }
    return new Quality(List.copyOf(shares), List.copyOf(jumps), List.copyOf(left));
  }

  private void share(
      String name,
      org.countywise.definition.Quality.Share share,
      List<Quality.Share> shares,
      List<String> left) {
    List<Readings.Reading> readings = new Readings(definitionIndex).of(share);
    Set<Derivation.Need> needs = new TreeSet<>(Readings.needs(readings));
    List<String> lacking =
        needs.stream()
            .filter(need -> !demand.reads(need))
            .map(need -> need.dataset() + " of " + need.months())
            .toList();
    if (!lacking.isEmpty()) {
      left.add(name + ", which needs " + String.join(", ", lacking));
      return;
    }
    demand.reckon(readings);
    shares.add(
        new Quality.Share(
            name,
            share.title().en(),
            definitionIndex.views().get(share.view()).from(),
            new Views(definitionIndex).rows(share.view()),
            share.where() == null ? "" : share.where(),
            share.strange(),
            limit(share),
            share.remedy().en(),
            needs));
  }

  private static Quality.Limit limit(org.countywise.definition.Quality.Share share) {
    return new Quality.Limit(
        Watch.Raised.valueOf(share.raised().name()),
        new BigDecimal(share.limit()),
        share.atLeast(),
        decimal(share.deviations()));
  }

  private static void jump(
      String name,
      org.countywise.definition.Quality.Jump jump,
      Collection<String> indicators,
      List<Quality.Jump> jumps) {
    List<String> here =
        jump.indicators().stream().filter(indicators::contains).collect(Collectors.toList());
    if (!here.isEmpty()) {
      jumps.add(
          new Quality.Jump(
              name,
              jump.title().en(),
              here,
              jump.months(),
              new Quality.Far(
                  jump.atLeast(),
                  new BigDecimal(jump.deviations()),
                  new BigDecimal(jump.change()),
                  decimal(jump.least())),
              jump.remedy().en()));
    }
  }

  private static BigDecimal decimal(String text) {
    return text == null ? BigDecimal.ZERO : new BigDecimal(text);
  }
}
