package org.countywise.cli;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.countywise.report.Finding;
import org.countywise.report.Manifest;

/** The quality of a release as Markdown, for analysts; no key of a row is in it. */
record QualityPage(QualityFacts facts) {
  private static final int RANKED = 20;
  private static final int SAID = 10;
  private static final int AFFECTED = 20;
  private static final int SHORT = 12;
  private static final List<String> TROUBLES = List.of("O", "U", "P", "B", "Q", "M");

  String markdown() {
    List<String> lines = new ArrayList<>();
    lines.add("# Data quality of release " + facts.manifest().release() + " 数据质量报告");
    lines.add("");
    lines.addAll(summary());
    lines.addAll(section("Values by status 数值状态", statuses()));
    lines.addAll(section("Counties by problems 各县问题排名", ranking()));
    lines.addAll(section("Findings by rule 按规则汇总", rules()));
    lines.addAll(section("Indicators most affected 受影响最大的指标", indicators()));
    lines.addAll(section("What it was made of 数据来源", inputs()));
    return String.join("\n", lines) + "\n";
  }

  private static List<String> section(String heading, List<String> body) {
    List<String> lines = new ArrayList<>(List.of("", "## " + heading, ""));
    lines.addAll(body);
    return lines;
  }

  private List<String> summary() {
    Manifest manifest = facts.manifest();
    long errors = number(Finding.Severity.ERROR);
    long warnings = number(Finding.Severity.WARNING);
    return List.of(
        "Months: %s. Families: %s."
            .formatted(
                Markdown.escaped(String.join(", ", facts.periods())),
                Markdown.escaped(String.join(", ", manifest.families()))),
        "",
        "%s errors and %s warnings in %s counties. An error leaves data out of the result, a warning does not."
            .formatted(Numbers.of(errors), Numbers.of(warnings), facts.ranking().size()),
        "",
        "For those who work on the data: it counts rows of single counties. Keys of the rows are in the"
            + " restricted tables `finding` and `rejected_row` of the warehouse, and only there.");
  }

  private long number(Finding.Severity severity) {
    return facts.findings().stream().filter(f -> f.severity() == severity).count();
  }

  private List<String> statuses() {
    Markdown.Table table = new Markdown.Table("--- --- ---:", "status", "", "values");
    facts
        .byStatus()
        .forEach(
            (status, rows) ->
                table.row(
                    status,
                    Status.meaning(status) + " " + Language.ZH.status(status),
                    Numbers.of(rows)));
    return table.lines();
  }

  private List<String> ranking() {
    List<QualityFacts.Trouble> ranking = facts.ranking();
    if (ranking.isEmpty()) {
      return List.of("No county has a finding.");
    }
    Markdown.Table table =
        new Markdown.Table(
            "---: --- --- ---: ---: ---: ---: ---",
            "",
            "code",
            "county",
            "errors",
            "rows",
            "warnings",
            "rows",
            "rules");
    for (int i = 0; i < Math.min(RANKED, ranking.size()); i++) {
      QualityFacts.Trouble of = ranking.get(i);
      table.row(
          String.valueOf(i + 1),
          of.unit(),
          name(of.unit()),
          Numbers.of(of.number(Finding.Severity.ERROR)),
          Numbers.of(of.rows(Finding.Severity.ERROR)),
          Numbers.of(of.number(Finding.Severity.WARNING)),
          Numbers.of(of.rows(Finding.Severity.WARNING)),
          Markdown.escaped(String.join(", ", of.rules())));
    }
    List<String> lines = new ArrayList<>(table.lines());
    if (ranking.size() > RANKED) {
      lines.addAll(List.of("", "And " + (ranking.size() - RANKED) + " more counties."));
    }
    return lines;
  }

  private String name(String unit) {
    Region region = facts.regions().get(unit);
    return region == null ? "unknown to the roster" : Markdown.escaped(region.name());
  }

  private List<String> rules() {
    Map<String, List<Finding>> rules = new LinkedHashMap<>();
    facts.findings().stream()
        .sorted(
            Comparator.comparing(Finding::severity)
                .thenComparing(Finding::rows)
                .reversed()
                .thenComparing(Finding::rule))
        .forEach(f -> rules.computeIfAbsent(f.rule(), rule -> new ArrayList<>()).add(f));
    List<String> lines = new ArrayList<>();
    rules.forEach((rule, of) -> lines.addAll(rule(rule, of)));
    return rules.isEmpty() ? List.of("Nothing was found.") : lines.subList(0, lines.size() - 1);
  }

  private List<String> rule(String rule, List<Finding> findings) {
    Finding first = findings.get(0);
    long counties =
        findings.stream().map(Finding::unit).filter(u -> !u.isEmpty()).distinct().count();
    long rows = findings.stream().mapToLong(Finding::rows).sum();
    List<String> lines = new ArrayList<>();
    lines.add("### " + Markdown.escaped(rule));
    lines.add("");
    lines.add(
        "%s %s%s%s."
            .formatted(
                Numbers.of(findings.size()),
                first.severity().name().toLowerCase(Locale.ROOT) + (findings.size() > 1 ? "s" : ""),
                counties > 0 ? " in " + counties + (counties > 1 ? " counties" : " county") : "",
                rows > 0 ? ", " + Numbers.of(rows) + " rows" : ""));
    lines.add("");
    findings.stream().limit(SAID).forEach(finding -> lines.add("- " + said(finding)));
    if (findings.size() > SAID) {
      lines.add("- … and " + Numbers.of(findings.size() - SAID) + " more in the table `finding`");
    }
    lines.add("");
    return lines;
  }

  private String said(Finding finding) {
    List<String> where = new ArrayList<>();
    if (!finding.unit().isEmpty()) {
      where.add(finding.unit() + " " + name(finding.unit()));
    }
    where.add(Markdown.escaped(finding.dataset()));
    where.add(finding.period());
    where.removeIf(String::isEmpty);
    String message = Markdown.escaped(finding.message());
    return where.isEmpty() ? message : String.join(", ", where) + ": " + message;
  }

  private List<String> indicators() {
    List<Map.Entry<String, Map<String, Long>>> affected =
        facts.statuses().entrySet().stream()
            .filter(of -> affected(of.getValue()) > 0)
            .sorted(
                Comparator.comparing(
                        (Map.Entry<String, Map<String, Long>> of) -> affected(of.getValue()))
                    .reversed()
                    .thenComparing(Map.Entry.comparingByKey()))
            .limit(AFFECTED)
            .toList();
    if (affected.isEmpty()) {
      return List.of("Every value is normal.");
    }
    List<String> heads = new ArrayList<>(List.of("indicator", "", "values"));
    heads.addAll(TROUBLES);
    Markdown.Table table =
        new Markdown.Table(
            "--- --- ---:" + " ---:".repeat(TROUBLES.size()), heads.toArray(String[]::new));
    affected.forEach(of -> table.row(row(of.getKey(), of.getValue())));
    List<String> lines = new ArrayList<>(table.lines());
    lines.add("");
    lines.add("Values without breakdown at every published level, by status.");
    return lines;
  }

  private String[] row(String indicator, Map<String, Long> statuses) {
    Title title = facts.titles().get(indicator);
    List<String> cells = new ArrayList<>();
    cells.add("`" + indicator + "`");
    cells.add(title == null ? "" : Markdown.escaped(title.en() + " " + title.zh()));
    cells.add(Numbers.of(statuses.values().stream().mapToLong(Long::longValue).sum()));
    TROUBLES.forEach(
        status -> cells.add(statuses.containsKey(status) ? Numbers.of(statuses.get(status)) : ""));
    return cells.toArray(String[]::new);
  }

  private static long affected(Map<String, Long> statuses) {
    return TROUBLES.stream().mapToLong(status -> statuses.getOrDefault(status, 0L)).sum();
  }

  private List<String> inputs() {
    Manifest manifest = facts.manifest();
    List<String> lines = new ArrayList<>();
    lines.add("- engine: `" + manifest.engine() + "`");
    lines.add("- definitions: `" + beginning(manifest.definitions()) + "`");
    lines.add("- delivery: `" + manifest.delivery() + "`");
    lines.add("- built on: " + (manifest.base().isEmpty() ? "nothing" : manifest.base()));
    lines.add("");
    Map<String, List<Manifest.Input>> datasets = new LinkedHashMap<>();
    manifest
        .inputs()
        .forEach(in -> datasets.computeIfAbsent(in.dataset(), d -> new ArrayList<>()).add(in));
    Markdown.Table table =
        new Markdown.Table("--- --- ---: ---", "dataset", "months", "rows", "fingerprints");
    datasets.forEach((dataset, inputs) -> table.row(input(dataset, inputs)));
    lines.addAll(table.lines());
    return lines;
  }

  private static String[] input(String dataset, List<Manifest.Input> inputs) {
    TreeSet<String> months = new TreeSet<>();
    inputs.forEach(input -> months.add(input.period()));
    List<String> prints = inputs.stream().map(input -> beginning(input.fingerprint())).toList();
    return new String[] {
      Markdown.escaped(dataset),
      months.size() == 1
          ? months.first()
          : months.first() + " to " + months.last() + ", " + months.size(),
      Numbers.of(inputs.stream().mapToLong(Manifest.Input::rows).sum()),
      "`" + String.join(" ", prints) + "`"
    };
  }

  private static String beginning(String hash) {
    return hash.substring(0, Math.min(SHORT, hash.length()));
  }
}
