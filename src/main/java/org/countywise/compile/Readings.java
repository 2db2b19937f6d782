package org.countywise.compile;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.countywise.compile.resolve.DefinitionIndex;
import org.countywise.definition.Dataset;
import org.countywise.definition.Family;
import org.countywise.definition.Quality;
import org.countywise.definition.Watch;
import org.countywise.plan.Derivation.Need;
import org.countywise.plan.Months;

/** What has to be read for the rows of a view and for what is made of them. */
record Readings(DefinitionIndex definitionIndex) {

  /**
   * Rows of a dataset in some months.
   *
   * @param expressions what is reckoned of them
   */
  record Reading(Need need, List<String> expressions) {}

  /** The datasets and months of some readings. */
  static Set<Need> needs(Collection<Reading> readings) {
    return readings.stream()
        .map(Reading::need)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** The months whose rows a join tallies. */
  static Months months(Family.Join join) {
    return join.months() == null ? Months.THIS : Months.valueOf(join.months().name());
  }

  /** Whether rows of a dataset are made by the watch. */
  static boolean makes(Dataset dataset) {
    return dataset.madeBy() == Dataset.Maker.WATCH;
  }

  /**
   * What rows of a view need: those of the view's own dataset, what it tallies, what it looks up.
   *
   * @param expressions what is made of the rows
   */
  List<Reading> of(String view, Collection<String> expressions) {
    List<Reading> readings = new ArrayList<>();
    add(view, expressions, Months.THIS, readings);
    return readings;
  }

  /** What a measure of rows needs. */
  List<Reading> of(Family.Measure measure) {
    List<String> expressions = new ArrayList<>(measure.by().values());
    Stream.of(measure.where(), measure.sum(), measure.distinct())
        .filter(Objects::nonNull)
        .forEach(expressions::add);
    return of(measure.view(), expressions);
  }

  /** What a statistic of records needs. */
  List<Reading> of(Family.Statistic statistic) {
    return of(
        statistic.view(),
        Stream.of(statistic.of(), statistic.weight()).filter(Objects::nonNull).toList());
  }

  /** What a rule of quality needs. */
  List<Reading> of(Quality.Share share) {
    return of(
        share.view(), Stream.of(share.where(), share.strange()).filter(Objects::nonNull).toList());
  }

  /** What a join needs of the rows it tallies. */
  List<Reading> of(Family.Join join) {
    List<Reading> readings = new ArrayList<>();
    add(join, Months.THIS, readings);
    return readings;
  }

  /** What the alerts of a month are made of in the month itself. */
  List<Reading> watched(Months months) {
    Watch watch = definitionIndex.watching().orElseThrow().watch();
    List<String> expressions =
        watch.rules().values().stream()
            .flatMap(rule -> Stream.of(rule.where(), rule.observed(), rule.threshold(), rule.per()))
            .filter(Objects::nonNull)
            .toList();
    return Stream.concat(
            of(watch.view(), expressions).stream(),
            Stream.of(new Reading(new Need(watch.answers().dataset(), Months.THIS), List.of())))
        .map(of -> new Reading(new Need(of.need().dataset(), months), of.expressions()))
        .toList();
  }

  private void add(
      String name, Collection<String> expressions, Months months, List<Reading> readings) {
    Family.View view = definitionIndex.views().get(name);
    Dataset dataset = definitionIndex.datasets().get(view.from());
    if (makes(dataset)) {
      readings.addAll(watched(months));
      return;
    }
    List<String> here = new ArrayList<>(expressions);
    if (view.where() != null) {
      here.add(view.where());
    }
    readings.add(new Reading(new Need(dataset.dataset(), months), List.copyOf(here)));
    view.join().values().forEach(join -> add(join, months, readings));
    here.addAll(dataset.computed().values());
    dataset
        .references()
        .forEach(
            (reference, to) -> {
              if (Boolean.TRUE.equals(to.locates())
                  || !definitionIndex.columnsOf(reference, here).isEmpty()) {
                readings.add(new Reading(new Need(to.dataset(), months), List.of()));
              }
            });
  }

  private void add(Family.Join join, Months months, List<Reading> readings) {
    List<String> expressions =
        Stream.of(join.tally(), join.sum(), join.least(), join.most())
            .flatMap(values -> values.values().stream())
            .toList();
    add(join.from(), expressions, join.months() == null ? months : months(join), readings);
  }
}
