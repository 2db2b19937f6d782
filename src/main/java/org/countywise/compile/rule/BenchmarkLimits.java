package org.countywise.compile.rule;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.countywise.compile.resolve.DefinitionIndex;
import org.countywise.compile.resolve.DefinitionIndex.Kind;
import org.countywise.compile.resolve.DefinitionPath;
import org.countywise.definition.Benchmarks;
import org.countywise.definition.Family;

/**
 * A benchmark is a number that published totals can be held against, one for each region.
 *
 * <p>A benchmark is of a published total in percent; a criterion has one limit, and in each region
 * one; what is high is above what is usual.
 */
final class BenchmarkLimits implements Rule {
  private static final String PERCENT = "percent";

  @Override
  public void check(DefinitionIndex definitionIndex, Problems problems) {
    Benchmarks benchmarks = definitionIndex.definitions().benchmarks();
    if (benchmarks != null) {
      new Check(definitionIndex, benchmarks, problems).all();
    }
  }

  private record Check(DefinitionIndex definitionIndex, Benchmarks benchmarks, Problems problems) {

    void all() {
      DefinitionPath.BENCHMARKS.each("areas", benchmarks.areas(), this::area);
      DefinitionPath.BENCHMARKS.each("criteria", benchmarks.criteria(), this::criterion);
      DefinitionPath.BENCHMARKS.each("expectations", benchmarks.expectations(), this::expectation);
    }

    private void area(DefinitionPath path, String name, List<String> codes) {
      if (codes.isEmpty() || codes.stream().anyMatch(code -> !code.matches("[0-9A-Za-z]+"))) {
        problems.add(
            path,
            "an area of " + codes + ", not of codes of regions",
            "write the beginnings of codes, as ['52', '5134']");
      }
    }

    private void criterion(DefinitionPath path, String id, Benchmarks.Criterion criterion) {
      indicator(path, id);
      if ((criterion.notAbove() == null) == (criterion.notBelow() == null)) {
        problems.add(
            path,
            "a criterion without exactly one limit",
            "write either 'not_above' or 'not_below'");
      }
      limit(path.at("not_above"), criterion.notAbove());
      limit(path.at("not_below"), criterion.notBelow());
      path.each(
          "areas",
          criterion.areas(),
          (at, area, limit) -> {
            problems.unlessKnown(at, "area", area, benchmarks.areas().keySet());
            limit(at, limit);
          });
      overlap(path.at("areas"), criterion.areas());
    }

    private void overlap(DefinitionPath path, Map<String, String> areas) {
      List<String> codes = new ArrayList<>();
      areas
          .keySet()
          .forEach(area -> codes.addAll(benchmarks.areas().getOrDefault(area, List.of())));
      for (int i = 0; i < codes.size(); i++) {
        String code = codes.get(i);
        if (codes.subList(0, i).stream()
            .anyMatch(other -> other.startsWith(code) || code.startsWith(other))) {
          problems.add(
              path,
              "regions whose code begins with '" + code + "' have two limits",
              "let the areas of a criterion have no region in common");
        }
      }
    }

    private void expectation(DefinitionPath path, String id, Benchmarks.Expectation expectation) {
      indicator(path, id);
      Optional<BigDecimal> usual = limit(path.at("usual"), expectation.usual());
      Optional<BigDecimal> high = limit(path.at("high"), expectation.high());
      if (usual.isPresent() && high.isPresent() && usual.get().compareTo(high.get()) >= 0) {
        problems.add(
            path.at("high"),
            "'" + expectation.high() + "' is not above the usual '" + expectation.usual() + "'",
            "write a greater number");
      }
    }

    private Optional<BigDecimal> limit(DefinitionPath path, String text) {
      Optional<BigDecimal> number = text == null ? Optional.empty() : Texts.decimal(text);
      if (text != null && number.isEmpty()) {
        problems.add(path, "'" + text + "' is no number", "write a decimal number, as '2.5'");
      }
      return number;
    }

    private void indicator(DefinitionPath path, String id) {
      Family.Indicator indicator = definitionIndex.indicators().get(id);
      if (indicator == null) {
        problems.add(path, definitionIndex.unknown(Kind.INDICATOR, id));
      } else if (Boolean.FALSE.equals(indicator.open())
          || Boolean.FALSE.equals(indicator.total())) {
        problems.add(
            path,
            "'" + id + "' has no published total",
            "name an indicator that is published with its total");
      } else if (!indicator.unit().equals(PERCENT)) {
        problems.add(
            path,
            "'" + id + "' is measured in " + indicator.unit(),
            "name an indicator in percent");
      }
    }
  }
}
