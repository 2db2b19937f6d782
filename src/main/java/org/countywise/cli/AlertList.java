package org.countywise.cli;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.countywise.supplement.AnswerForm;
import org.countywise.table.Alerts;

/**
 * Alerts as a list for the terminal, for a script, for a spreadsheet.
 *
 * @param alerts in the order they are shown
 * @param names of villages by code
 */
public record AlertList(
    String period,
    String region,
    List<AlertRow> alerts,
    Map<String, String> names,
    boolean pseudonymous) {

  /** Worst first; nothing of the register's order is left in it. */
  private static final Comparator<AlertRow> WORST_FIRST =
      Comparator.comparing(
              (AlertRow alert) -> (BigDecimal) alert.columns().get(Alerts.DISTANCE.name()),
              Comparator.nullsLast(Comparator.<BigDecimal>naturalOrder()))
          .reversed()
          .thenComparing(alert -> alert.text(Alerts.KEY.name()))
          .thenComparing(alert -> alert.text(Alerts.RULE.name()));

  /** The same list with pseudonyms for households. */
  AlertList under(Pseudonyms pseudonyms) {
    List<AlertRow> hidden =
        alerts.stream().map(of -> of.under(pseudonyms)).sorted(WORST_FIRST).toList();
    return new AlertList(period, region, hidden, names, true);
  }

  /** What stands above every list. */
  public String restricted() {
    return "restricted: " + content();
  }

  private String content() {
    return pseudonymous ? "households under pseudonyms" : "names households";
  }

  /**
   * What a terminal shows.
   *
   * @param most at most so many alerts, 0 for all
   */
  public record First(AlertList list, int most) {}

  /** For people: the row, and below it why. */
  List<String> lines(int most) {
    return TerminalText.lines("alerts", new First(this, most));
  }

  /** For scripts. */
  record Told(String restricted, String period, List<Map<String, Object>> alerts) {}

  /** For scripts. */
  Told json() {
    return new Told(content(), period, alerts.stream().map(AlertRow::columns).toList());
  }

  /** Rows of a file, with the columns of {@link Alerts#TABLE}. */
  List<List<Object>> rows() {
    return alerts.stream()
        .map(alert -> Alerts.TABLE.stream().map(field -> alert.cell(field.name())).toList())
        .toList();
  }

  /** Alerts that wait for an answer. */
  List<AlertRow> open() {
    return alerts.stream().filter(AlertRow::isOpen).toList();
  }

  /**
   * Rows of a form for answers, empty where they are to be filled in.
   *
   * @param spreadsheet with an apostrophe before codes and ids, of which a spreadsheet would
   *     otherwise keep the first digits only
   */
  List<List<Object>> form(AnswerForm form, boolean spreadsheet) {
    return open().stream()
        .map(
            alert -> {
              Map<String, String> given =
                  form.given(
                      alert.text(Alerts.KEY.name()),
                      alert.text(Alerts.RULE.name()),
                      alert.text(Alerts.REGION.name()));
              return form.columns().stream()
                  .map(given::get)
                  .map(cell -> spreadsheet ? AnswerForm.kept(cell) : cell)
                  .map(Object.class::cast)
                  .toList();
            })
        .toList();
  }
}
