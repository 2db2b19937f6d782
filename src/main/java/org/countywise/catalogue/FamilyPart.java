package org.countywise.catalogue;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.countywise.definition.Family;

/** A family: its indicators, the measures they are made of, and the rules its data must keep. */
record FamilyPart(Family family, Language language) {

  String text() {
    return "### "
        + family.family()
        + "\n\n"
        + language.of(family.title())
        + "\n\n"
        + indicators()
        + views()
        + measures()
        + warnings()
        + balances()
        + (family.quality() == null ? "" : new QualityPart(family.quality(), language).text());
  }

  private String indicators() {
    Table table =
        new Table(
            language.of("indicator", "指标"),
            language.of("title", "名称"),
            language.of("unit", "单位"),
            language.of("numerator", "分子"),
            language.of("denominator", "分母"),
            language.of("breakdowns", "分组"));
    family
        .indicators()
        .forEach(
            (id, of) ->
                table.row(
                    Table.code(id),
                    language.of(of.title()),
                    of.unit() + (of.factor() == null ? "" : " (×" + of.factor() + ")"),
                    numerator(of),
                    Table.code(inMonths(of.denominator(), of.overTime())),
                    String.join(", ", of.breakdown())
                        + (Boolean.TRUE.equals(of.denominatorTotal())
                            ? language.of(" (of the whole)", "（占总体）")
                            : "")));
    return table.text();
  }

  private String numerator(Family.Indicator of) {
    if (of.statistic() == null) {
      return Table.code(inMonths(of.numerator(), of.overTime()));
    }
    Family.Statistic statistic = of.statistic();
    String weight = statistic.weight() == null ? "1" : statistic.weight();
    return word(statistic.kind())
        + language.of(" of ", "：")
        + Table.code(statistic.of())
        + language.of(" weighted by ", "，权数 ")
        + Table.code(weight)
        + language.of(" over ", "，记录 ")
        + Table.code(statistic.view());
  }

  /** The sum with the measures of other months in it. */
  private static String inMonths(String sum, Map<String, Family.OverTime> overTime) {
    String text = sum == null ? "" : sum;
    for (Map.Entry<String, Family.OverTime> other : overTime.entrySet()) {
      String measure = other.getValue().measure() + "[" + word(other.getValue().take()) + "]";
      text = text.replaceAll("\\b" + other.getKey() + "\\b", measure);
    }
    return text;
  }

  private String views() {
    Table table =
        new Table(
            language.of("view", "视图"),
            language.of("rows of", "数据行"),
            language.of("joins", "关联汇总"),
            language.of("condition", "条件"));
    family
        .views()
        .forEach(
            (name, of) ->
                table.row(
                    Table.code(name),
                    Table.code(of.from()),
                    of.join().entrySet().stream()
                        .map(join -> join(join.getKey(), join.getValue()))
                        .collect(Collectors.joining("; ")),
                    Table.code(of.where())));
    return table.text();
  }

  private static String join(String name, Family.Join join) {
    String months = join.months() == null ? "" : " [" + word(join.months()) + "]";
    return Table.code(name) + " = " + Table.code(join.from()) + months;
  }

  private String measures() {
    Table table =
        new Table(
            language.of("measure", "度量"),
            language.of("of", "来源"),
            language.of("what", "计算"),
            language.of("condition", "条件"),
            language.of("unit", "单位"));
    family
        .measures()
        .forEach(
            (name, of) ->
                table.row(
                    Table.code(name),
                    of.view() == null
                        ? language.of("every ", "每个 ") + of.at()
                        : Table.code(of.view()),
                    what(of),
                    Table.code(of.where()),
                    of.unit()));
    return table.text();
  }

  private String what(Family.Measure of) {
    if (of.value() != null) {
      return Table.code(of.value());
    }
    if (of.sum() != null) {
      return language.of("sum of ", "求和 ") + Table.code(of.sum());
    }
    return of.distinct() == null
        ? language.of("number of rows", "行数")
        : language.of("different ", "去重计数 ") + Table.code(of.distinct());
  }

  private String warnings() {
    Table table =
        new Table(
            language.of("early warning", "预警规则"),
            language.of("title", "名称"),
            language.of("looks at", "适用条件"),
            language.of("raised when", "触发条件"),
            language.of("unit", "单位"),
            language.of("an officer reads", "提示语"));
    if (family.watch() != null) {
      family
          .watch()
          .rules()
          .forEach(
              (name, of) ->
                  table.row(
                      Table.code(name),
                      language.of(of.title()),
                      Table.code(of.where()),
                      Table.code(of.observed())
                          + " "
                          + word(of.raised()).replace('_', ' ')
                          + " "
                          + Table.code(of.threshold()),
                      of.unit(),
                      language.of(of.sentence())));
    }
    return table.text();
  }

  private String balances() {
    Table table =
        new Table(
            language.of("rule", "规则"),
            language.of("title", "名称"),
            language.of("must be zero in every unit", "在每个报送单位应为零"),
            language.of("within", "分组"));
    family
        .balances()
        .forEach(
            (name, of) ->
                table.row(
                    Table.code(name),
                    language.of(of.title()),
                    Table.code(inMonths(of.zero(), of.overTime())),
                    of.by() == null ? "" : of.by()));
    return table.text();
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
