package org.countywise.sink;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.countywise.sink.sdmx.Component;
import org.countywise.sink.sdmx.SdmxId;
import org.countywise.sink.sdmx.Structure;
import org.countywise.table.ValueRow;

/**
 * Values in SDMX-CSV 2.0, {@code <folder>/observations.csv}, and the structure message that says
 * what their codes mean, {@code structure.json} in SDMX-JSON 2.0.
 *
 * <p>Every row replaces ({@code R}) what its receiver has: an observation that is suppressed now
 * takes back the number an earlier release showed.
 *
 * @param prepared when the message is written
 */
public record SdmxCsvSink(Instant prepared) implements Sink {
  private static final String MONTHLY = "M";
  private static final String REPLACE = "R";
  private static final String TOTAL = "_T";
  private static final String SUPPRESSED = "Q";
  private static final String NOT_FOR_PUBLICATION = "N";
  private static final String FREE = "F";

  @Override
  public void write(ReleaseTables tables, String folder) {
    SdmxCodes codes =
        new SdmxCodes(DimensionRows.of(tables.indicators()), DimensionRows.of(tables.regions()));
    Dataset<Row> values = tables.values();
    NewFile.beside(values, folder + "/" + ExportedNames.OBSERVATIONS)
        .text(out -> Csv.PLAIN.write(out, head(), rows(tables, codes)));
    NewFile.beside(values, folder + "/" + ExportedNames.STRUCTURE)
        .text(
            out ->
                out.write(new Structure(tables.release(), prepared, codes.byComponent()).json()));
  }

  private static List<String> head() {
    return Stream.concat(
            Stream.of("STRUCTURE", "STRUCTURE_ID", "ACTION"),
            Arrays.stream(Component.values()).map(Component::name))
        .toList();
  }

  private static Iterator<List<Object>> rows(ReleaseTables tables, SdmxCodes codes) {
    Iterator<Row> rows = tables.values().toLocalIterator();
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return rows.hasNext();
      }

      @Override
      public List<Object> next() {
        return fields(ValueRow.of(rows.next()), tables.audience(), codes);
      }
    };
  }

  private static List<Object> fields(
      ValueRow row, ReleaseTables.Audience audience, SdmxCodes codes) {
    String unit = codes.unit(row.indicator());
    boolean free = audience == ReleaseTables.Audience.EVERYBODY && !row.status().equals(SUPPRESSED);
    return new ArrayList<>(
        Arrays.asList(
            "dataflow",
            Structure.DATAFLOW_ID,
            REPLACE,
            MONTHLY,
            codes.indicator(row.indicator()),
            codes.region(row.region()),
            row.breakdown().isEmpty() ? TOTAL : codes.breakdown(row.breakdown()),
            row.period(),
            row.value(),
            row.status(),
            free ? FREE : NOT_FOR_PUBLICATION,
            unit.isEmpty() ? null : SdmxId.of(unit, SdmxCodes.OF_UNITS),
            row.value() == null ? null : Decimals.of(unit, row.value()),
            plain(row.numerator()),
            plain(row.denominator()),
            row.release()));
  }

  private static BigDecimal plain(BigDecimal part) {
    return part == null ? null : part.stripTrailingZeros();
  }
}
