package org.countywise.sample;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.countywise.definition.Dataset;
import org.countywise.parquet.FileSchema;
import org.countywise.parquet.ParquetFile;
import org.countywise.parquet.Row;

/**
 * Writes all datasets into an empty folder, side by side: the people of some villages are made and
 * live through all months, then every dataset and month appends its rows about them.
 */
final class DeliveryWriter {
  private static final String CONTROL_TOTALS = "delivery";
  private static final List<String> TOTAL =
      List.of("dataset", "county_code", "row_count", "delivered_on");

  /** Households whose lives are held at once for each core: few enough for its caches. */
  private static final long HOUSEHOLDS_PER_CORE = 125;

  private final SyntheticPopulation people;
  private final Map<String, Dataset> datasets;
  private final Path folder;

  /** A dataset in a month; months with the same rows have the same partition. */
  private record Part(Table table, Month month, Partition partition) {}

  /**
   * A writer of those datasets of the sample that are defined.
   *
   * @param datasets definitions by name
   */
  DeliveryWriter(SyntheticPopulation people, Map<String, Dataset> datasets, Path folder) {
    this.people = people;
    this.datasets = datasets;
    this.folder = folder;
  }

  void write(Consumer<String> progress) {
    for (ReferenceTables.Reference reference : new ReferenceTables(people).all()) {
      if (datasets.containsKey(reference.name())) {
        FileSchema schema = FileSchema.of(datasets.get(reference.name()), reference.columns());
        write(reference.rows(), schema, folder.resolve(reference.name()));
      }
    }
    List<Part> parts = parts();
    List<Partition> partitions = parts.stream().map(Part::partition).distinct().toList();
    try {
      fill(partitions, progress);
    } finally {
      partitions.parallelStream().forEach(Partition::close);
    }
    for (Part part : parts) {
      if (!part.partition().month().equals(part.month())) {
        part.partition().copyTo(folder(part.table().name(), part.month()));
      }
    }
    writeControlTotals(parts);
  }

  /** All datasets in all months, month by month, so that neighbours take different time. */
  private List<Part> parts() {
    List<Part> parts = new ArrayList<>();
    for (Table table : people.tables()) {
      if (datasets.containsKey(table.name())) {
        addParts(table, parts);
      }
    }
    parts.sort(Comparator.comparing(part -> part.month().ordinal()));
    return parts;
  }

  private void addParts(Table table, List<Part> parts) {
    FileSchema schema = FileSchema.of(datasets.get(table.name()), table.columns());
    Partition partition = null;
    for (Month month : people.months()) {
      if (partition == null || !people.isSame(table, month, partition.month())) {
        partition = new Partition(table, month, schema, folder(table.name(), month));
      }
      parts.add(new Part(table, month, partition));
    }
  }

  private void fill(List<Partition> partitions, Consumer<String> progress) {
    int villages = people.villageGrid().villages();
    long held = HOUSEHOLDS_PER_CORE * Runtime.getRuntime().availableProcessors();
    int step = (int) Math.max(1, villages * held / people.households());
    Month last = Month.of(people.settings().to());
    String told = "";
    for (int from = 0; from < villages; from += step) {
      String done = 10L * from / villages * 10 + " %";
      if (!done.equals(told)) {
        progress.accept(done);
        told = done;
      }
      List<Community> communities =
          people
              .villages(from, Math.min(villages, from + step))
              .parallel()
              .map(village -> people.community(village).until(last))
              .toList();
      partitions.parallelStream().forEach(partition -> partition.add(communities));
    }
  }

  /** One row per dataset, county and month, also where there is nothing to deliver. */
  private void writeControlTotals(List<Part> parts) {
    if (!datasets.containsKey(CONTROL_TOTALS)) {
      return;
    }
    FileSchema schema = FileSchema.of(datasets.get(CONTROL_TOTALS), TOTAL);
    for (Month month : people.months()) {
      List<Row> totals =
          parts.stream().filter(part -> part.month().equals(month)).flatMap(this::totals).toList();
      write(totals, schema, folder(CONTROL_TOTALS, month));
    }
  }

  private Stream<Row> totals(Part part) {
    return people.villageGrid().counties().stream()
        .map(
            county ->
                Row.of(
                    part.table().name(),
                    county.code(),
                    part.partition().rowsOf(county),
                    part.month().end()));
  }

  private static void write(List<Row> rows, FileSchema schema, Path folder) {
    try (ParquetFile file = ParquetFile.create(folder.resolve(ParquetFile.name(0)), schema)) {
      rows.forEach(file::write);
    }
  }

  private Path folder(String dataset, Month month) {
    return folder.resolve(dataset).resolve("period=" + month.period());
  }
}
