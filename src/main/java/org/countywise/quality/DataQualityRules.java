package org.countywise.quality;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.countywise.plan.Plan;
import org.countywise.plan.Quality;
import org.countywise.plan.Scan;
import org.countywise.report.Finding;
import org.countywise.rows.Calendar;
import org.countywise.rows.OutlierShares;
import org.countywise.rows.TallySources;
import org.countywise.table.Rows;

/**
 * Holds the share of strange rows in every unit and requested period against the rules of quality.
 * A unit that lacks a dataset or month that a rule reads, or of which too many rows are rejected
 * there, is not judged by it.
 *
 * @param sources settled rows by dataset, and what they come to
 * @param delivered what was delivered; null where every unit found has delivered
 */
public record DataQualityRules(
    Calendar calendar, TallySources sources, Set<DeliveryKey> delivered, Shares shares) {

  /** Warnings by dataset, period, unit and rule, all of one query, and one more for examples. */
  public List<Finding> findings() {
    Map<String, Quality.Share> rules = new LinkedHashMap<>();
    plan().quality().shares().forEach(rule -> rules.put(rule.name(), rule));
    List<String> looked = rules.values().stream().map(Quality.Share::dataset).distinct().toList();
    List<Suspicion> suspicions =
        collected(rules.values(), (shares, rows) -> shares.apply(rows)).stream()
            .map(row -> Suspicion.of(rules.get(row.getString(2)), row))
            .filter(Suspicion::holds)
            .filter(this::isKnown)
            .toList();
    Map<List<String>, List<String>> examples = examples(suspicions);
    return suspicions.stream()
        .map(found -> found.finding(examples.getOrDefault(found.place(), List.of())))
        .sorted(
            Comparator.comparing((Finding of) -> looked.indexOf(of.dataset()))
                .thenComparing(Finding::period)
                .thenComparing(Finding::unit)
                .thenComparing(Finding::rule))
        .toList();
  }

  /** Keys of at most two strange rows for each suspicion, by its place. */
  private Map<List<String>, List<String>> examples(List<Suspicion> suspicions) {
    Set<Quality.Share> rules =
        suspicions.stream()
            .map(Suspicion::rule)
            .collect(Collectors.toCollection(LinkedHashSet::new));
    Object[] units = suspicions.stream().map(Suspicion::unit).distinct().toArray();
    Map<List<String>, List<String>> examples = new HashMap<>();
    collected(rules, (shares, rows) -> shares.examples(rows.filter(Rows.UNIT.column().isin(units))))
        .forEach(
            row ->
                examples.put(
                    List.of(row.getString(0), row.getString(1), row.getString(2)),
                    Stream.of(row.getString(3), row.getString(4))
                        .filter(key -> !key.isEmpty())
                        .distinct()
                        .toList()));
    return examples;
  }

  /** What comes of the rows of each dataset that some rules look at, all of one query. */
  private List<Row> collected(
      Collection<Quality.Share> rules,
      BiFunction<OutlierShares, Dataset<Row>, Dataset<Row>> question) {
    TallySources requested = sources.beside(Set.copyOf(calendar.names()));
    return rules.stream()
        .map(Quality.Share::dataset)
        .distinct()
        .map(
            dataset -> {
              List<Quality.Share> of =
                  rules.stream().filter(rule -> rule.dataset().equals(dataset)).toList();
              OutlierShares shares = new OutlierShares(plan().scan(dataset), of, requested);
              return question.apply(shares, sources.datasets().get(dataset));
            })
        .reduce(Dataset::unionByName)
        .map(Dataset::collectAsList)
        .orElse(List.of());
  }

  private Plan plan() {
    return calendar.plan();
  }

  private boolean isKnown(Suspicion suspicion) {
    return suspicion.rule().needs().stream()
        .filter(need -> plan().scan(need.dataset()).kind() == Scan.Kind.PERIODIC)
        .flatMap(
            need ->
                need.months().from(YearMonth.parse(suspicion.period())).stream()
                    .map(
                        month ->
                            new DeliveryKey(need.dataset(), month.toString(), suspicion.unit())))
        .allMatch(this::isKnown);
  }

  private boolean isKnown(DeliveryKey key) {
    return (delivered == null || delivered.contains(key))
        && !shares
            .of(key.dataset(), key.period(), key.unit())
            .above(plan().deliveryRules().unreliable());
  }

  /** What one rule found in one unit and period. */
  private record Suspicion(
      Quality.Share rule, String period, String unit, long looked, long strange) {

    static Suspicion of(Quality.Share rule, Row row) {
      return new Suspicion(
          rule, row.getString(0), row.getString(1), row.getLong(3), row.getLong(4));
    }

    /** Where examples of it are found. */
    List<String> place() {
      return List.of(period, unit, rule.name());
    }

    /**
     * Whether the share is beyond the limit, and by more than chance: of n rows with the
     * probability p, n p are strange with a variance of n p (1 − p).
     */
    boolean holds() {
      Quality.Limit limit = rule.limit();
      BigDecimal rows = BigDecimal.valueOf(looked);
      BigDecimal expected = limit.share().multiply(rows);
      BigDecimal beyond = BigDecimal.valueOf(strange).subtract(expected);
      boolean raised =
          switch (limit.raised()) {
            case ABOVE -> beyond.signum() > 0;
            case NOT_BELOW -> beyond.signum() >= 0;
            case BELOW -> beyond.signum() < 0;
            case NOT_ABOVE -> beyond.signum() <= 0;
          };
      BigDecimal variance = expected.multiply(BigDecimal.ONE.subtract(limit.share()));
      BigDecimal chance = limit.deviations().pow(2).multiply(variance);
      return looked >= limit.atLeast() && raised && beyond.pow(2).compareTo(chance) >= 0;
    }

    Finding finding(List<String> samples) {
      return new Finding(
          rule.name(),
          rule.dataset(),
          period,
          unit,
          Finding.Severity.WARNING,
          strange,
          samples,
          "%s: %s of %s rows, %s %%, where %s is unusual; %s"
              .formatted(
                  rule.title(),
                  strange,
                  looked,
                  percent(
                      BigDecimal.valueOf(strange)
                          .divide(BigDecimal.valueOf(looked), 4, RoundingMode.HALF_UP)),
                  words(),
                  rule.remedy()),
          "");
    }

    private String words() {
      String limit = percent(rule.limit().share()) + " %";
      return switch (rule.limit().raised()) {
        case ABOVE -> "more than " + limit;
        case NOT_BELOW ->
            rule.limit().share().compareTo(BigDecimal.ONE) == 0 ? limit : limit + " or more";
        case BELOW -> "less than " + limit;
        case NOT_ABOVE -> limit + " or less";
      };
    }

    private static String percent(BigDecimal share) {
      BigDecimal percent = share.movePointRight(2).stripTrailingZeros();
      return percent
          .setScale(Math.max(0, percent.scale()), RoundingMode.UNNECESSARY)
          .toPlainString();
    }
  }
}
