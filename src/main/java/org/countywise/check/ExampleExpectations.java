package org.countywise.check;

import java.util.List;
import java.util.stream.Stream;
import org.countywise.definition.Family;
import org.countywise.definition.Regions;

/** What an example expects could be a cell of the published table. */
final class ExampleExpectations implements Rule {
  private static final List<String> STATUS = List.of("A", "P", "O", "M", "Q", "U", "B");
  private static final String GROUP = "group:";

  @Override
  public String demand() {
    return "an expectation names a known indicator, a region of some level or a group, a breakdown of"
        + " the indicator, and says a value, numerator, denominator or status";
  }

  @Override
  public void check(Jobs jobs, Problems problems) {
    for (Family family : jobs.families().values()) {
      Spot examples = Spot.family(family.family()).at("examples");
      for (int i = 0; i < family.examples().size(); i++) {
        List<Family.Expectation> expect = family.examples().get(i).expect();
        for (int j = 0; j < expect.size(); j++) {
          new Check(jobs, expect.get(j), problems).all(examples.item(i).at("expect").item(j));
        }
      }
    }
  }

  private record Check(Jobs jobs, Family.Expectation cell, Problems problems) {

    void all(Spot spot) {
      if (!jobs.knows(jobs.indicators(), "indicators", cell.indicator())) {
        problems.add(
            spot.at("indicator"),
            Nearest.unknown(
                "indicator", "indicators", cell.indicator(), jobs.indicators().keySet()));
      }
      if (jobs.definitions().regions() != null) {
        region(spot.at("region"), jobs.definitions().regions());
      }
      Jobs.find(jobs.indicators(), cell.indicator()).ifPresent(of -> breakdown(spot, of));
      number(spot.at("value"), cell.value());
      number(spot.at("numerator"), cell.numerator());
      number(spot.at("denominator"), cell.denominator());
      status(spot);
    }

    private void region(Spot spot, Regions regions) {
      String code = cell.region();
      boolean known =
          code.startsWith(GROUP)
              ? regions.groups().containsKey(code.substring(GROUP.length()))
              : regions.levels().stream().anyMatch(level -> isOf(level, code));
      if (!known) {
        problems.add(
            spot,
            "'" + code + "' is a region of no level",
            "write a code with the digits of a level in regions.yaml, its top code, or group:<name>");
      }
    }

    private static boolean isOf(Regions.Level level, String code) {
      return level.digits() == null ? code.equals(level.code()) : code.length() == level.digits();
    }

    private void breakdown(Spot spot, Family.Indicator indicator) {
      String text = cell.breakdown() == null ? "" : cell.breakdown();
      String name = text.split("=", 2)[0];
      if (text.isEmpty() && Boolean.FALSE.equals(indicator.total())) {
        problems.add(
            spot,
            "'" + cell.indicator() + "' has no total",
            "expect a breakdown, such as name=value");
      } else if (!text.isEmpty() && !text.contains("=")) {
        problems.add(
            spot.at("breakdown"), "'" + text + "' is no breakdown", "write it as name=value");
      } else if (!text.isEmpty() && !indicator.breakdown().contains(name)) {
        problems.add(
            spot.at("breakdown"),
            Nearest.unknown("breakdown", "breakdowns", name, indicator.breakdown()));
      }
    }

    private void number(Spot spot, String text) {
      if (text != null && !text.equals("null") && Texts.decimal(text).isEmpty()) {
        problems.add(
            spot, "'" + text + "' is no number", "write a decimal number, or 'null' for unknown");
      }
    }

    private void status(Spot spot) {
      if (cell.status() != null && !STATUS.contains(cell.status())) {
        problems.add(spot.at("status"), Nearest.unknown("status", "codes", cell.status(), STATUS));
      }
      if (Stream.of(cell.value(), cell.numerator(), cell.denominator(), cell.status())
          .allMatch(java.util.Objects::isNull)) {
        problems.add(
            spot,
            "an expectation that expects nothing",
            "say a value, numerator, denominator or status");
      }
    }
  }
}
