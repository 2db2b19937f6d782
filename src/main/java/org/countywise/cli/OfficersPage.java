package org.countywise.cli;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.countywise.definition.Title;
import org.countywise.definition.Watch;
import org.countywise.report.TextTemplate;
import org.countywise.table.Alerts;

/**
 * The officers' list as a page of HTML, which needs nothing beside it: to sort and filter on a
 * screen, and to print, take along and fill in by hand. Restricted, as the list is.
 *
 * @param rules the watch's rules by name, for their titles
 * @param release what the alerts are of
 */
public record OfficersPage(
    AlertList list, AlertPlaces places, Map<String, Watch.Rule> rules, String release) {

  /** How many alerts a rule has in the list. */
  public record Count(String rule, Title title, long alerts) {}

  /** The page. */
  String html() {
    return TextTemplate.of("officers.html").text(this);
  }

  /** The region that was asked for, without a name where all were. */
  public Region region() {
    return places.region(list.region());
  }

  /** Lines of the list, the worst first. */
  public List<Line> lines() {
    return list.alerts().stream().map(Line::new).toList();
  }

  /** Alerts by rule, the most frequent first. */
  public List<Count> counts() {
    return list.alerts().stream()
        .collect(
            Collectors.groupingBy(
                alert -> alert.text(Alerts.RULE.name()), TreeMap::new, Collectors.counting()))
        .entrySet()
        .stream()
        .map(rule -> new Count(rule.getKey(), title(rule.getKey()), rule.getValue()))
        .sorted(Comparator.comparingLong(Count::alerts).reversed())
        .toList();
  }

  /** How many households have one. */
  public long households() {
    return list.alerts().stream().map(alert -> alert.text(Alerts.KEY.name())).distinct().count();
  }

  /** Townships in the list, by code. */
  public List<Region> townships() {
    return distinct(Line::township);
  }

  /** Villages in the list, by code. */
  public List<Region> villages() {
    return distinct(Line::village);
  }

  private List<Region> distinct(Function<Line, Region> place) {
    return lines().stream()
        .map(place)
        .distinct()
        .sorted(Comparator.comparing(Region::code))
        .toList();
  }

  private Title title(String rule) {
    Watch.Rule known = rules.get(rule);
    return known == null ? new Title(rule, rule) : known.title();
  }

  /** An alert of the list. */
  public final class Line {
    private final AlertRow alert;

    private Line(AlertRow alert) {
      this.alert = alert;
    }

    /** A column of the alert as text. */
    public String text(String column) {
      return alert.text(column);
    }

    /** The words for its rule. */
    public Title rule() {
      return title(text(Alerts.RULE.name()));
    }

    /** On which side of the threshold the observation lies, null where the rule is not known. */
    public Watch.Raised raised() {
      Watch.Rule known = rules.get(text(Alerts.RULE.name()));
      return known == null ? null : known.raised();
    }

    /** Where the household lies. */
    public Region village() {
      return places.region(text(Alerts.REGION.name()));
    }

    /** The region above it. */
    public Region township() {
      return places.above(village());
    }

    /** The region above that. */
    public Region county() {
      return places.above(township());
    }

    /** {@code observed} or {@code threshold} with the decimals of its unit. */
    public String number(String column) {
      return Numbers.of((BigDecimal) alert.columns().get(column), text("unit"));
    }

    /** The distance to the threshold in percent of it. */
    public String distance() {
      return alert.distance();
    }

    /** The distance as a number to sort by, null where the threshold is zero: beyond all others. */
    public BigDecimal farness() {
      return (BigDecimal) alert.columns().get(Alerts.DISTANCE.name());
    }

    /** Whether it waits for an answer. */
    public boolean open() {
      return alert.isOpen();
    }

    /** Months in which it was open, that of raising included, up to the answer or the period. */
    public long months() {
      String answered = text(Alerts.ANSWERED.name());
      YearMonth last = YearMonth.parse(answered.isEmpty() ? list.period() : answered);
      return ChronoUnit.MONTHS.between(YearMonth.parse(text(Alerts.FIRST.name())), last) + 1;
    }
  }
}
