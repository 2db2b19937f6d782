package org.countywise.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.countywise.delivery.Source;
import org.countywise.plan.CanonicalText;
import org.countywise.plan.MonthlyTally;
import org.countywise.plan.Plan;
import org.countywise.plan.RegionScheme;
import org.countywise.plan.Scan;
import org.countywise.report.Hash;
import org.countywise.rows.Calendar;
import org.countywise.rows.Partition;
import org.countywise.rows.Reads;
import org.countywise.rows.Width;

/**
 * What the measures or tallies of a partition, or the events of a watched month, are made of, as a
 * hash: all files that are read for them, the definitions of what is done with these, and the
 * engine. Where the hash is the same, so are the rows.
 *
 * @param engine the version of Countywise
 * @param sources the files, by dataset
 */
public record Fingerprints(
    String engine, Calendar calendar, Map<String, Source> sources, Width width) {

  /**
   * Of what a partition is measured to, as this run needs it first. Where no indicator counts its
   * rows now, what was measured for one holds what is needed, and more.
   */
  List<String> measures(Scan scan, String month) {
    boolean requested = reads().isRequested(month);
    return reads().isMeasured(scan, month)
        ? List.of(measured(scan, month, requested))
        : List.of(judged(scan, month), measured(scan, month, true), measured(scan, month, false));
  }

  private String judged(Scan scan, String month) {
    List<String> parts = made(reads().judging(scan.dataset(), month));
    parts.add(CanonicalText.of(new Partition(scan.dataset(), month)));
    return hash(parts);
  }

  private String measured(Scan scan, String month, boolean requested) {
    List<String> parts = made(reads().measuring(scan, month, requested));
    parts.add(CanonicalText.of(new Partition(scan.dataset(), month)));
    parts.add(CanonicalText.of(scan.views()));
    return hash(parts);
  }

  /**
   * Of the events of a month that is watched.
   *
   * @param before the hash of the month before; empty for the first
   */
  String events(String month, String before) {
    List<String> parts = made(reads().watching(month));
    parts.add(before);
    parts.add(month);
    parts.add(CanonicalText.of(plan().watch()));
    return hash(parts);
  }

  /** Of what the rows of a month come to by a key. */
  String tally(MonthlyTally monthly, String month) {
    List<String> parts = made(reads().judging(monthly.dataset(), month));
    parts.add(CanonicalText.of(new Partition(monthly.name(), month)));
    parts.add(CanonicalText.of(monthly));
    return hash(parts);
  }

  private Plan plan() {
    return calendar.plan();
  }

  private Reads reads() {
    return new Reads(calendar);
  }

  /** The engine, where rows lie and who has delivered, and files with how their rows are judged. */
  private List<String> made(Set<Partition> read) {
    List<String> parts =
        new ArrayList<>(
            List.of(
                engine,
                width.name(),
                String.valueOf(calendar.regionsAsOf()),
                CanonicalText.of(plan().regionScheme()),
                CanonicalText.of(plan().deliveryRules())));
    Set<Partition> all = new TreeSet<>(read);
    read.forEach(partition -> all.addAll(places(partition.month())));
    for (Partition partition : all) {
      Map<String, String> contents = sources.get(partition.dataset()).contents();
      parts.add(CanonicalText.of(partition));
      parts.add(contents.getOrDefault(partition.month(), ""));
      parts.add(contents.getOrDefault("", ""));
      parts.add(written(partition));
    }
    all.stream()
        .map(Partition::dataset)
        .distinct()
        .forEach(dataset -> parts.add(CanonicalText.of(rules(plan().scan(dataset)))));
    return parts;
  }

  /**
   * When the files of a partition were written. Another value in place of one that is as long, and
   * neither the least nor the greatest, leaves size and footer of a file as they were.
   */
  private String written(Partition partition) {
    return sources.get(partition.dataset()).files().stream()
        .filter(file -> file.period().isEmpty() || file.period().equals(partition.month()))
        .map(file -> file.name() + " " + file.written())
        .sorted()
        .collect(Collectors.joining("\n"));
  }

  /** Partitions that say where the rows of a month lie and who has delivered. */
  private Set<Partition> places(String month) {
    Set<Partition> places = new TreeSet<>();
    RegionScheme scheme = plan().regionScheme();
    if (scheme.roster() != null) {
      places.addAll(reads().judging(scheme.roster().dataset(), month));
    }
    if (scheme.changes() != null) {
      places.addAll(reads().judging(scheme.changes().dataset(), month));
    }
    if (plan().deliveryRules().totals() != null) {
      places.addAll(reads().judging(plan().deliveryRules().totals().dataset(), month));
    }
    return places;
  }

  /** Which months of a dataset a plan reads changes none of them. */
  private static Scan rules(Scan scan) {
    return scan.unmeasured().reading(Set.of());
  }

  private static String hash(List<String> parts) {
    return Hash.of(CanonicalText.of(parts));
  }
}
