package org.countywise.compile;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.countywise.compile.resolve.DefinitionIndex;
import org.countywise.definition.Family;
import org.countywise.definition.Linear;
import org.countywise.definition.Title;
import org.countywise.plan.Derivation;
import org.countywise.plan.Months;
import org.countywise.plan.Wording;
import org.countywise.plan.Wording.InBoth;

/** Says in words what indicators are made of. */
final class Wordings {
  private static final BigDecimal FEN = new BigDecimal("0.01");

  private final Map<String, Family.Measure> measures;
  private final Map<String, Family.Indicator> indicators;
  private final Map<String, Title> titles = new LinkedHashMap<>();

  Wordings(DefinitionIndex definitionIndex) {
    this.measures = definitionIndex.measures();
    this.indicators = definitionIndex.indicators();
    indicators.values().forEach(this::entitle);
    measures.forEach(
        (name, measure) -> {
          if (measure.title() != null) {
            titles.put(name, measure.title());
          }
        });
  }

  /** A measure that an indicator publishes as it is has the indicator's title. */
  private void entitle(Family.Indicator indicator) {
    if (indicator.numerator() != null
        && indicator.denominator() == null
        && indicator.factor() == null) {
      Linear sum = Linear.of(indicator.numerator());
      String name = sum.terms().keySet().iterator().next();
      boolean alone = sum.terms().equals(Map.of(name, BigDecimal.ONE));
      if (alone && measures.containsKey(name) && !indicator.overTime().containsKey(name)) {
        titles.putIfAbsent(name, indicator.title());
      }
    }
  }

  /** The wording of each, by id. */
  Map<String, Wording> of(List<Derivation> derivations) {
    Map<String, Wording> wordings = new LinkedHashMap<>();
    derivations.forEach(of -> wordings.put(of.indicator(), wording(of)));
    return wordings;
  }

  private Wording wording(Derivation of) {
    Family.Statistic statistic = indicators.get(of.indicator()).statistic();
    if (statistic != null) {
      return statistic(statistic);
    }
    InBoth above = side(of.numerator());
    InBoth below = of.ratio() ? side(of.denominator()) : null;
    InBoth formula = above;
    if (below != null) {
      formula =
          both(
              bracketed(of.numerator(), above.en())
                  + " ÷ "
                  + bracketed(of.denominator(), below.en()),
              bracketed(of.numerator(), above.zh())
                  + " ÷ "
                  + bracketed(of.denominator(), below.zh()));
    }
    if (of.factor().compareTo(BigDecimal.ONE) != 0) {
      String times = " × " + of.factor().toPlainString();
      InBoth quotient =
          below == null
              ? both(bracketed(of.numerator(), above.en()), bracketed(of.numerator(), above.zh()))
              : formula;
      formula = both(quotient.en() + times, quotient.zh() + times);
    }
    return new Wording(formula, above, below);
  }

  private static Wording statistic(Family.Statistic statistic) {
    String by = statistic.weight() == null ? "" : statistic.weight();
    String byEn = by.isEmpty() ? "" : ", each weighted by " + by;
    String byZh = by.isEmpty() ? "" : "，以" + by + "加权";
    return switch (statistic.kind()) {
      case GINI ->
          new Wording(
              both(
                  "Gini coefficient of "
                      + statistic.of()
                      + " over the records of the region"
                      + byEn,
                  "本地区各记录" + statistic.of() + "的基尼系数" + byZh),
              both(
                  "sum of the differences in " + statistic.of() + " between all records" + byEn,
                  "各记录之间" + statistic.of() + "差额之和" + byZh),
              both("all weight × all of " + statistic.of(), "权重之和 × " + statistic.of() + "之和"));
      case MEDIAN -> {
        InBoth median =
            both(
                "median of " + statistic.of() + " over the records of the region" + byEn,
                "本地区各记录" + statistic.of() + "的中位数" + byZh);
        yield new Wording(median, median, null);
      }
    };
  }

  private InBoth side(Derivation.Side side) {
    StringBuilder en = new StringBuilder();
    StringBuilder zh = new StringBuilder();
    for (Derivation.Term term : side.terms()) {
      boolean minus = term.coefficient().signum() < 0;
      String sign = en.isEmpty() ? (minus ? "− " : "") : minus ? " − " : " + ";
      en.append(sign).append(term(term, Title::en, term.months().toString(), " (", ")"));
      zh.append(sign).append(term(term, Title::zh, chinese(term.months()), "（", "）"));
    }
    return both(en.toString(), zh.toString());
  }

  private String term(
      Derivation.Term term,
      Function<Title, String> language,
      String months,
      String open,
      String close) {
    BigDecimal times = term.coefficient().abs();
    Title title = titles.getOrDefault(term.measure(), named(term.measure()));
    StringBuilder text = new StringBuilder(language.apply(title));
    if (term.months() != Months.THIS) {
      text.append(open).append(months).append(close);
    }
    Family.Measure measure = measures.get(term.measure());
    if (inYuan(measure, times)) {
      return text.append(open)
          .append(language.apply(new Title("yuan", "元")))
          .append(close)
          .toString();
    }
    return times.compareTo(BigDecimal.ONE) == 0
        ? text.toString()
        : times.stripTrailingZeros().toPlainString() + " × " + text;
  }

  /** A hundredth of fen is the same amount in yuan. */
  private static boolean inYuan(Family.Measure measure, BigDecimal times) {
    return measure != null && measure.unit().equals("fen") && times.compareTo(FEN) == 0;
  }

  private static Title named(String measure) {
    String words = measure.replace('_', ' ');
    return new Title(words, words);
  }

  private String bracketed(Derivation.Side side, String words) {
    Derivation.Term first = side.terms().get(0);
    boolean single =
        side.terms().size() == 1
            && (first.coefficient().compareTo(BigDecimal.ONE) == 0
                || inYuan(measures.get(first.measure()), first.coefficient()));
    return single ? words : "(" + words + ")";
  }

  private static InBoth both(String en, String zh) {
    return new InBoth(en, zh);
  }

  private static String chinese(Months months) {
    return switch (months) {
      case THIS -> "本月";
      case LAST_MONTH -> "上月";
      case LAST_DECEMBER -> "上年12月";
      case SAME_MONTH_LAST_YEAR -> "上年同月";
      case YEAR_TO_DATE -> "年初至本月";
      case TRAILING_3 -> "截至本月的三个月";
      case TRAILING_3_BEFORE -> "再之前的三个月";
      case TRAILING_12 -> "截至本月的十二个月";
      case EVER -> "各月累计";
    };
  }
}
