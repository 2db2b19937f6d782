package org.countywise.supplement;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.countywise.definition.Dataset;
import org.countywise.definition.Definitions;
import org.countywise.definition.Family;
import org.countywise.definition.Regions;
import org.countywise.definition.Watch;

/**
 * The form in which alerts are answered: the columns of the dataset of answers. Whose alert it is,
 * its rule and where it lies are given; all else is filled in.
 *
 * @param watch whose alerts are answered
 */
public record AnswerForm(Definitions definitions, Watch watch) {
  private static final Set<String> TYPES = Set.of("int32", "int64", "string", "date");
  private static final Pattern DIGITS = Pattern.compile("\\d+");

  /**
   * The form of the watch that is defined.
   *
   * @throws IllegalArgumentException where none is, or it cannot be filled in
   */
  public static AnswerForm of(Definitions definitions) {
    return definitions.families().values().stream()
        .map(Family::watch)
        .filter(watch -> watch != null)
        .findFirst()
        .map(watch -> new AnswerForm(definitions, watch))
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "no family of the definitions has a watch whose alerts could be answered; name"
                        + " others with --jobs"));
  }

  /** Refuses answers that cannot be written in a line of text, or whose place is computed. */
  public AnswerForm {
    Dataset answers = definitions.datasets().get(watch.answers().dataset());
    if (!answers.columns().containsKey(answers.region())) {
      throw new IllegalArgumentException(
          "region of %s is '%s', not the name of a column; only such answers can be given back as a form"
              .formatted(answers.dataset(), answers.region()));
    }
    answers
        .columns()
        .forEach(
            (name, column) -> {
              if (!TYPES.contains(column.type())) {
                throw new IllegalArgumentException(
                    "the column %s of %s is %s; a form can ask for whole numbers, texts and days"
                        .formatted(name, answers.dataset(), column.type()));
              }
            });
  }

  /** The dataset of answers. */
  public Dataset answers() {
    return definitions.datasets().get(watch.answers().dataset());
  }

  /** The dataset whose rows are watched: every answer is about one of them. */
  Dataset watched() {
    return definitions.families().values().stream()
        .map(family -> family.views().get(watch.view()))
        .filter(view -> view != null)
        .findFirst()
        .map(view -> definitions.datasets().get(view.from()))
        .orElseGet(() -> definitions.datasets().get(watch.view()));
  }

  /** The level of the regions that answers lie in. */
  Regions.Level place() {
    List<Regions.Level> levels = definitions.regions().levels();
    return levels.stream()
        .filter(level -> level.level().equals(answers().level()))
        .findFirst()
        .orElse(levels.get(levels.size() - 1));
  }

  /** The unit that delivers a row: the leading digits of the code it was delivered under. */
  String unitOf(String region) {
    return definitions.regions().levels().stream()
        .filter(level -> level.level().equals(definitions.delivery().unit()))
        .filter(level -> level.digits() != null && level.digits() <= region.length())
        .findFirst()
        .map(level -> region.substring(0, level.digits()))
        .orElse(region);
  }

  /** All columns, in the order of the dataset. */
  public List<String> columns() {
    return List.copyOf(answers().columns().keySet());
  }

  /** What is given in the row of an alert, by column. */
  public Map<String, String> given(String key, String rule, String region) {
    Map<String, String> given = new HashMap<>();
    given.put(answers().region(), region);
    given.put(watch.answers().rule(), rule);
    given.put(watch.key(), key);
    return given;
  }

  /** Columns that are filled in: a row in which all of them are empty is not answered. */
  Set<String> asked() {
    Set<String> asked = new LinkedHashSet<>(columns());
    asked.removeAll(given("", "", "").keySet());
    return asked;
  }

  /** A cell as a spreadsheet keeps it: of a long number it would keep the first digits only. */
  public static String kept(String cell) {
    return cell != null && DIGITS.matcher(cell).matches() ? "'" + cell : cell;
  }
}
