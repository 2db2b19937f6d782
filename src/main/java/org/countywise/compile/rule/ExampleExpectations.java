package org.countywise.compile.rule;

import java.util.List;
import java.util.stream.Stream;
import org.countywise.compile.expression.Diagnostic;
import org.countywise.compile.resolve.DefinitionIndex;
import org.countywise.compile.resolve.DefinitionIndex.Kind;
import org.countywise.compile.resolve.DefinitionPath;
import org.countywise.definition.Family;
import org.countywise.definition.Regions;

/**
 * What an example expects could be a cell of the published table.
 *
 * <p>An expectation names a known indicator, a region of some level or a group, a breakdown of the
 * indicator, and says a value, numerator, denominator or status.
 */
final class ExampleExpectations implements Rule {
  private static final List<String> STATUS = List.of("A", "P", "O", "M", "Q", "U", "B");
  private static final String GROUP = "group:";

  @Override
  public void check(DefinitionIndex definitionIndex, Problems problems) {
    for (Family family : definitionIndex.families().values()) {
      DefinitionPath.family(family.family())
          .each(
              "examples",
              family.examples(),
              (example, of) ->
                  example.each(
                      "expect",
                      of.expect(),
                      (at, cell) -> new Check(definitionIndex, cell, problems).all(at)));
    }
  }

  private record Check(
      DefinitionIndex definitionIndex, Family.Expectation cell, Problems problems) {

    void all(DefinitionPath definitionPath) {
      problems.add(
          definitionPath.at("indicator"),
          definitionIndex.unknown(Kind.INDICATOR, cell.indicator()));
      if (definitionIndex.definitions().regions() != null) {
        region(definitionPath.at("region"), definitionIndex.definitions().regions());
      }
      DefinitionIndex.find(definitionIndex.indicators(), cell.indicator())
          .ifPresent(of -> breakdown(definitionPath, of));
      number(definitionPath.at("value"), cell.value());
      number(definitionPath.at("numerator"), cell.numerator());
      number(definitionPath.at("denominator"), cell.denominator());
      status(definitionPath);
    }

    private void region(DefinitionPath definitionPath, Regions regions) {
      String code = cell.region();
      boolean known =
          code.startsWith(GROUP)
              ? regions.groups().containsKey(code.substring(GROUP.length()))
              : regions.levels().stream().anyMatch(level -> level.isOf(code));
      if (!known) {
        problems.add(
            definitionPath,
            "'" + code + "' is a region of no level",
            "write a code with the digits of a level in regions.yaml, its top code, or group:<name>");
      }
    }

    private void breakdown(DefinitionPath definitionPath, Family.Indicator indicator) {
      String text = cell.breakdown() == null ? "" : cell.breakdown();
      String name = text.split("=", 2)[0];
      if (text.isEmpty() && Boolean.FALSE.equals(indicator.total())) {
        problems.add(
            definitionPath,
            "'" + cell.indicator() + "' has no total",
            "expect a breakdown, such as name=value");
      } else if (!text.isEmpty() && !text.contains("=")) {
        problems.add(
            definitionPath.at("breakdown"),
            "'" + text + "' is no breakdown",
            "write it as name=value");
      } else if (!text.isEmpty() && !indicator.breakdown().contains(name)) {
        problems.add(
            definitionPath.at("breakdown"),
            Diagnostic.unknown("breakdown", name, indicator.breakdown()));
      }
    }

    private void number(DefinitionPath definitionPath, String text) {
      if (text != null && !text.equals("null") && Texts.decimal(text).isEmpty()) {
        problems.add(
            definitionPath,
            "'" + text + "' is no number",
            "write a decimal number, or 'null' for unknown");
      }
    }

    private void status(DefinitionPath definitionPath) {
      if (cell.status() != null && !STATUS.contains(cell.status())) {
        problems.add(
            definitionPath.at("status"),
            Diagnostic.unknown("status", "codes", cell.status(), STATUS));
      }
      if (Stream.of(cell.value(), cell.numerator(), cell.denominator(), cell.status())
          .allMatch(java.util.Objects::isNull)) {
        problems.add(
            definitionPath,
            "an expectation that expects nothing",
            "say a value, numerator, denominator or status");
      }
    }
  }
}
