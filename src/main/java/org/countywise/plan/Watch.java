package org.countywise.plan;

import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.countywise.definition.Title;
import org.countywise.definition.Watch.Answers;
import org.countywise.definition.Watch.Assistance;

/**
 * An early warning over the rows of a view, from the delivery's first month on.
 *
 * @param dataset whose rows are watched
 * @param view which of them, with the tallies the rules read; it measures nothing
 * @param key the column that says whose alert it is
 * @param reads by tally, the datasets of the row's own month without which it is not known
 * @param alerts the dataset it makes, with what is measured of it; its months are those that a
 *     period needs
 */
public record Watch(
    String family,
    String dataset,
    View view,
    String key,
    Answers answers,
    Assistance assistance,
    Map<String, Set<String>> reads,
    List<Rule> rules,
    Scan alerts) {

  /** The observation seen from the threshold. */
  public enum Raised {
    BELOW,
    NOT_ABOVE,
    ABOVE,
    NOT_BELOW;

    @Override
    public String toString() {
      return name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
    }
  }

  /**
   * A rule.
   *
   * @param where SQL, empty for all rows
   * @param per SQL of what both numbers are divided by for people to read
   * @param sweep percentages of the threshold
   */
  public record Rule(
      String name,
      Title title,
      String where,
      String observed,
      Raised raised,
      String threshold,
      String per,
      String unit,
      Title sentence,
      List<BigDecimal> sweep) {

    @Override
    public String toString() {
      String percent = sweep.stream().map(BigDecimal::toPlainString).collect(joined());
      return name
          + " = "
          + observed
          + " "
          + raised
          + " "
          + threshold
          + (where.isEmpty() ? "" : " where " + where)
          + ("1".equals(per) ? "" : ", per " + per)
          + " "
          + unit
          + (sweep.isEmpty() ? "" : ", sweep " + percent + " %");
    }
  }

  /** Datasets whose rows it reads beside the tallied ones. */
  public Set<String> datasets() {
    return new LinkedHashSet<>(List.of(dataset, answers.dataset(), assistance.dataset()));
  }

  private static java.util.stream.Collector<CharSequence, ?, String> joined() {
    return Collectors.joining(", ");
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder("watch " + dataset + " by " + key + ", " + Months.EVER);
    text.append('\n').append(view);
    text.append("    answers of ").append(answers.dataset()).append(": ");
    text.append(answers.rule()).append(", ").append(answers.outcome()).append('\n');
    text.append("    assistance of ").append(assistance.dataset()).append(" since ");
    text.append(assistance.startedOn()).append('\n');
    reads.forEach(
        (tally, of) ->
            text.append("    unknown without ")
                .append(String.join(", ", of))
                .append(": ")
                .append(tally)
                .append('\n'));
    rules.forEach(rule -> text.append("    rule ").append(rule).append('\n'));
    return text.append("makes ").append(alerts).toString();
  }
}
