package org.countywise.cli;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import org.countywise.report.Finding;
import org.countywise.report.Manifest;
import org.countywise.report.TextTemplate;

/** The quality of a release as Markdown, for analysts; no key of a row is in it. */
public record QualityPage(QualityFacts facts) {
  private static final int AFFECTED = 20;

  String markdown() {
    return TextTemplate.of("quality.md").text(this);
  }

  public long errors() {
    return facts.number(Finding.Severity.ERROR);
  }

  public long warnings() {
    return facts.number(Finding.Severity.WARNING);
  }

  /**
   * The findings of a rule, those first that concern most rows.
   *
   * @param severity of the gravest
   * @param counties how many they concern
   */
  public record Rule(
      String name, String severity, List<Finding> findings, long counties, long rows) {
    static Rule of(String name, List<Finding> findings) {
      return new Rule(
          name,
          findings.get(0).severity().name().toLowerCase(Locale.ROOT),
          findings,
          findings.stream().map(Finding::unit).filter(u -> !u.isEmpty()).distinct().count(),
          findings.stream().mapToLong(Finding::rows).sum());
    }
  }

  /** Rules of errors before those of warnings. */
  public List<Rule> rules() {
    List<Finding> gravestFirst =
        facts.findings().stream()
            .sorted(
                Comparator.comparing(Finding::severity)
                    .thenComparing(Finding::rows)
                    .reversed()
                    .thenComparing(Finding::rule))
            .toList();
    List<Rule> rules = new ArrayList<>();
    by(Finding::rule, gravestFirst).forEach((name, of) -> rules.add(Rule.of(name, of)));
    return rules;
  }

  /** An indicator's published rows. */
  public record Indicator(String name, String title, Map<String, Long> byStatus) {
    public long values() {
      return byStatus.values().stream().mapToLong(Long::longValue).sum();
    }

    long affected() {
      return values() - byStatus.getOrDefault(Status.NORMAL, 0L);
    }
  }

  /** Those with most values that are not normal. */
  public List<Indicator> affected() {
    return facts.statuses().entrySet().stream()
        .map(of -> new Indicator(of.getKey(), title(of.getKey()), of.getValue()))
        .filter(indicator -> indicator.affected() > 0)
        .sorted(Comparator.comparing(Indicator::affected).reversed().thenComparing(Indicator::name))
        .limit(AFFECTED)
        .toList();
  }

  private String title(String indicator) {
    Title title = facts.titles().getOrDefault(indicator, Title.unknown(indicator));
    return String.join(" ", title.en(), title.zh()).strip();
  }

  /** What was read of a dataset. */
  public record Input(String dataset, List<String> months, long rows, List<String> fingerprints) {}

  /** Datasets in the order of the manifest. */
  public List<Input> inputs() {
    List<Input> datasets = new ArrayList<>();
    by(Manifest.Input::dataset, facts.manifest().inputs())
        .forEach(
            (dataset, read) ->
                datasets.add(
                    new Input(
                        dataset,
                        List.copyOf(
                            new TreeSet<>(read.stream().map(Manifest.Input::period).toList())),
                        read.stream().mapToLong(Manifest.Input::rows).sum(),
                        read.stream().map(Manifest.Input::fingerprint).toList())));
    return datasets;
  }

  private static <T> Map<String, List<T>> by(Function<T, String> name, List<T> all) {
    Map<String, List<T>> groups = new LinkedHashMap<>();
    all.forEach(one -> groups.computeIfAbsent(name.apply(one), any -> new ArrayList<>()).add(one));
    return groups;
  }
}
