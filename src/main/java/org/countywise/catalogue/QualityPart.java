package org.countywise.catalogue;

import java.util.Locale;
import java.util.stream.Collectors;
import org.countywise.definition.Quality;

/** Rules that warn of strange data. */
record QualityPart(Quality quality, Language language) {

  String text() {
    return shares() + jumps();
  }

  private String shares() {
    Table table =
        new Table(
            language.of("warning", "质量预警"),
            language.of("found", "发现"),
            language.of("looks at", "适用范围"),
            language.of("strange rows", "异常数据行"),
            language.of("share of strange rows", "异常行占比"),
            language.of("what to do", "处理建议"));
    quality
        .shares()
        .forEach(
            (name, of) ->
                table.row(
                    Table.code(name),
                    language.of(of.title()),
                    Table.code(of.view())
                        + (of.where() == null ? "" : " " + Table.code(of.where())),
                    Table.code(of.strange()),
                    limit(of),
                    language.of(of.remedy())));
    return table.text();
  }

  private String limit(Quality.Share share) {
    return share.raised().name().toLowerCase(Locale.ROOT).replace('_', ' ')
        + " "
        + share.limit()
        + language.of(", of at least ", "，至少 ")
        + share.atLeast()
        + language.of(" rows", " 行")
        + (share.deviations() == null
            ? ""
            : language.of(", by ", "，超出 ")
                + share.deviations()
                + language.of(" standard deviations", " 个标准差"));
  }

  private String jumps() {
    Table table =
        new Table(
            language.of("warning", "质量预警"),
            language.of("found", "发现"),
            language.of("indicators", "指标"),
            language.of("far from the median of its months", "与历史中位数的偏离"),
            language.of("what to do", "处理建议"));
    quality
        .jumps()
        .forEach(
            (name, of) ->
                table.row(
                    Table.code(name),
                    language.of(of.title()),
                    of.indicators().stream().map(Table::code).collect(Collectors.joining(", ")),
                    far(of),
                    language.of(of.remedy())));
    return table.text();
  }

  private String far(Quality.Jump jump) {
    return language.of("more than ", "超过 ")
        + jump.deviations()
        + language.of(" robust standard deviations and ", " 个稳健标准差且超过 ")
        + jump.change()
        + language.of(" of it", " 倍中位数")
        + (jump.least() == null ? "" : language.of(" and ", " 且超过 ") + jump.least())
        + language.of(", of ", "，历史 ")
        + jump.months()
        + language.of(" months, at least ", " 个月，至少 ")
        + jump.atLeast();
  }
}
