package org.countywise.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.countywise.Page;
import org.countywise.Workbench;
import org.countywise.definition.Definitions;
import org.countywise.definition.Family;
import org.junit.jupiter.api.Test;

/** docs/methodology.md explains every indicator and alert rule that there is, and no other. */
class MethodologyTest {
  private static final Definitions JOBS = Workbench.definitions("jobs");
  private static final String PAGE = new Page(Path.of("docs/methodology.md")).text();
  private static final Pattern EXPLAINED = Pattern.compile("(?m)^\\| (`[^|]+`) \\| .+ \\| .+ \\|$");
  private static final Pattern NAME = Pattern.compile("`([^`]+)`");

  private static List<String> defined() {
    return JOBS.families().values().stream().flatMap(MethodologyTest::names).sorted().toList();
  }

  private static Stream<String> names(Family family) {
    Stream<String> rules =
        family.watch() == null ? Stream.of() : family.watch().rules().keySet().stream();
    return Stream.concat(family.indicators().keySet().stream(), rules);
  }

  /** What stands in the first of the three columns of a table. */
  private static List<String> explained() {
    return EXPLAINED
        .matcher(PAGE)
        .results()
        .flatMap(row -> NAME.matcher(row.group(1)).results())
        .map(MatchResult::group)
        .map(name -> name.replace("`", ""))
        .sorted()
        .toList();
  }

  @Test
  void shouldExplainEveryIndicatorAndRuleOnce() {
    assertThat(explained()).isEqualTo(defined());
  }

  @Test
  void shouldNameASourceThatItSaysSomethingOf() {
    String sources = PAGE.substring(PAGE.indexOf("## Sources"), PAGE.indexOf("## What holds"));
    TreeSet<String> named = new TreeSet<>();
    EXPLAINED
        .matcher(PAGE)
        .results()
        .map(row -> row.group().substring(row.group().lastIndexOf(" | ") + 3))
        .flatMap(cell -> Stream.of(cell.replace(" |", "").split("; |, P", -1)))
        .filter(source -> !source.matches("[012]"))
        .forEach(named::add);

    assertThat(named)
        .contains("ours", "FGT")
        .allSatisfy(source -> assertThat(sources).contains("\n| " + source + " | "));
  }
}
