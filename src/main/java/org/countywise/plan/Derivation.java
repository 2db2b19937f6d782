package org.countywise.plan;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * An indicator as arithmetic over measures, or as a statistic of records.
 *
 * @param denominator empty for plain counts
 * @param wholeDenominator whether a breakdown has the denominator of the total, its share in the
 *     whole
 * @param dimensions breakdowns that are published
 * @param total whether the row without breakdown is published
 * @param lowest the lowest level of regions it exists in; empty for all
 */
public record Derivation(
    String indicator,
    String family,
    String titleEn,
    String titleZh,
    String unit,
    BigDecimal factor,
    Side numerator,
    Side denominator,
    boolean wholeDenominator,
    List<String> dimensions,
    boolean total,
    String lowest) {

  /** An indicator whose breakdowns divide numerator and denominator alike. */
  public Derivation(
      String indicator,
      String family,
      String titleEn,
      String titleZh,
      String unit,
      BigDecimal factor,
      Side numerator,
      Side denominator,
      List<String> dimensions,
      boolean total,
      String lowest) {
    this(
        indicator,
        family,
        titleEn,
        titleZh,
        unit,
        factor,
        numerator,
        denominator,
        false,
        dimensions,
        total,
        lowest);
  }

  /**
   * A sum of measures.
   *
   * @param needs datasets and months without which it is not known
   */
  public record Side(List<Term> terms, Set<Need> needs) {

    @Override
    public String toString() {
      String sum = terms.stream().map(Term::toString).collect(Collectors.joining(" + "));
      return terms.size() > 1 ? "(" + sum.replace("+ -1 × ", "- ") + ")" : sum;
    }
  }

  /** A measure of some months times a constant. */
  public record Term(String measure, Months months, BigDecimal coefficient) {

    @Override
    public String toString() {
      return (coefficient.compareTo(BigDecimal.ONE) == 0
              ? ""
              : coefficient.stripTrailingZeros().toPlainString() + " × ")
          + measure
          + (months == Months.THIS ? "" : " [" + months + "]");
    }
  }

  /** A dataset in some months. */
  public record Need(String dataset, Months months) implements Comparable<Need> {

    @Override
    public int compareTo(Need other) {
      int byDataset = dataset.compareTo(other.dataset);
      return byDataset != 0 ? byDataset : months.compareTo(other.months);
    }
  }

  /** True for a quotient. */
  public boolean ratio() {
    return !denominator.terms().isEmpty();
  }

  @Override
  public String toString() {
    return indicator
        + " = "
        + numerator
        + (ratio() ? " ÷ " + denominator : "")
        + (factor.compareTo(BigDecimal.ONE) == 0 ? "" : " × " + factor.toPlainString())
        + " "
        + unit
        + (dimensions.isEmpty() ? "" : " by " + String.join(", ", dimensions))
        + (wholeDenominator ? " of the whole" : "")
        + (total ? "" : ", no total")
        + (lowest.isEmpty() ? "" : ", from " + lowest + " up");
  }
}
