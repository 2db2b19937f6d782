package org.countywise.plan;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Rules that warn of strange data. They read nothing that is not read for the indicators.
 *
 * @param left rules that this plan leaves out, each with what it would have to read
 */
public record Quality(List<Share> shares, List<Jump> jumps, List<String> left) {

  /** No rule. */
  static final Quality NONE = new Quality(List.of(), List.of(), List.of());

  /**
   * Too large or too small a share of strange rows in a unit and period.
   *
   * @param dataset whose rows are looked at
   * @param view which of them; it measures nothing
   * @param where SQL of which of these, empty for all
   * @param strange SQL of which of these are strange
   * @param limit when the share of strange rows is a warning
   * @param needs datasets and months without which nothing is known of a unit
   */
  public record Share(
      String name,
      String title,
      String dataset,
      View view,
      String where,
      String strange,
      Limit limit,
      String remedy,
      Set<Derivation.Need> needs) {

    @Override
    public String toString() {
      return name
          + " = share of rows of "
          + view.name()
          + (where.isEmpty() ? "" : " where " + where)
          + " with "
          + strange
          + " "
          + limit;
    }
  }

  /**
   * When a share is a warning.
   *
   * @param atLeast rows without which it is none
   * @param deviations standard deviations of chance beyond the limit
   */
  public record Limit(Watch.Raised raised, BigDecimal share, long atLeast, BigDecimal deviations) {

    @Override
    public String toString() {
      return raised
          + " "
          + share
          + ", of at least "
          + atLeast
          + (deviations.signum() == 0 ? "" : ", by " + deviations + " standard deviations");
    }
  }

  /**
   * A value of a unit that is far from those of the months before it.
   *
   * @param months how many months are its history
   * @param far what is far
   */
  public record Jump(
      String name, String title, List<String> indicators, int months, Far far, String remedy) {

    @Override
    public String toString() {
      return name + " = " + String.join(", ", indicators) + " " + far + " of " + months + " months";
    }
  }

  /**
   * How far is far.
   *
   * @param atLeast months of history without which nothing is
   * @param deviations robust standard deviations from the median
   * @param change share of the median
   * @param least in the indicator's unit
   */
  public record Far(int atLeast, BigDecimal deviations, BigDecimal change, BigDecimal least) {

    @Override
    public String toString() {
      return "more than "
          + deviations
          + " robust deviations, "
          + change
          + " of it and "
          + least
          + " from the median of at least "
          + atLeast;
    }
  }

  /** The rules that look at a dataset. */
  public List<Share> shares(String dataset) {
    return shares.stream().filter(share -> share.dataset().equals(dataset)).toList();
  }

  /** The views of some rules of a dataset, in as few passes as their tallies allow. */
  public static List<AggregationPass> passes(List<Share> rules) {
    List<View> views = rules.stream().map(Share::view).distinct().toList();
    return views.isEmpty() ? List.of() : AggregationPass.of(views);
  }

  /** The tallies of each pass over these views. */
  Stream<List<View.Tally>> tallying() {
    return shares.stream()
        .map(Share::dataset)
        .distinct()
        .flatMap(dataset -> passes(shares(dataset)).stream())
        .map(AggregationPass::tallies);
  }

  @Override
  public String toString() {
    String views =
        shares.stream()
            .map(Share::view)
            .distinct()
            .map(View::toString)
            .collect(Collectors.joining());
    return Stream.of(
            shares.stream().map(Share::toString),
            jumps.stream().map(Jump::toString),
            left.stream().map(rule -> "not here: " + rule))
        .flatMap(lines -> lines)
        .map(line -> "  " + line + "\n")
        .collect(Collectors.joining("", views, ""));
  }
}
