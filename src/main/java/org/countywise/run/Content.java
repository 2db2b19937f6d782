package org.countywise.run;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sha2;
import static org.apache.spark.sql.functions.udaf;
import static org.apache.spark.sql.functions.unhex;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoder;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Aggregator;
import org.countywise.cube.Observation;
import org.countywise.report.Hash;
import org.countywise.table.Field;
import org.countywise.table.IndicatorValue;

/**
 * What values say, whatever their order: rows by status, and one hash.
 *
 * <p>The hash is made of the sums of the four quarters of each row's SHA-256, per status, without
 * the release that published the row.
 */
record Content(Map<String, Long> statuses, String hash) {
  private static final String ABSENT = "\u0001";

  /** Reads all rows once. */
  static Content of(Dataset<Row> values) {
    List<Row> rows =
        values
            .groupBy(IndicatorValue.STATUS.column())
            .agg(count(lit(1)), udaf(new QuarterSums(), Encoders.BINARY()).apply(row()))
            .sort(IndicatorValue.STATUS.column())
            .collectAsList();
    Map<String, Long> statuses = new TreeMap<>();
    rows.forEach(row -> statuses.put(row.getString(0), row.getLong(1)));
    return new Content(statuses, Hash.of(rows.toString()));
  }

  /** How many values there are by status. */
  static Map<String, Long> statuses(List<Observation> values) {
    return values.stream()
        .collect(
            Collectors.groupingBy(of -> of.status().code(), TreeMap::new, Collectors.counting()));
  }

  /** The SHA-256 of a row. */
  private static Column row() {
    Column[] fields =
        Stream.of(IndicatorValue.SCHEMA.fieldNames())
            .filter(name -> !name.equals(IndicatorValue.RELEASE.name()))
            .map(name -> coalesce(Field.declared(name).cast("string"), lit(ABSENT)))
            .toArray(Column[]::new);
    return unhex(sha2(concat_ws("\u0002", fields), 256));
  }

  /**
   * Sums of the quarters of hashes, kept as sums of their halves: a long holds those of two billion
   * rows, and more end the run.
   */
  private static final class QuarterSums extends Aggregator<byte[], long[], String> {
    private static final long serialVersionUID = 1L;
    private static final int HALVES = 8;

    @Override
    public long[] zero() {
      return new long[HALVES];
    }

    @Override
    public long[] reduce(long[] sums, byte[] hash) {
      ByteBuffer halves = ByteBuffer.wrap(hash);
      for (int half = 0; half < HALVES; half++) {
        sums[half] = Math.addExact(sums[half], Integer.toUnsignedLong(halves.getInt()));
      }
      return sums;
    }

    @Override
    public long[] merge(long[] sums, long[] others) {
      Arrays.setAll(sums, half -> Math.addExact(sums[half], others[half]));
      return sums;
    }

    @Override
    public String finish(long[] sums) {
      return IntStream.range(0, HALVES / 2)
          .mapToObj(quarter -> quarter(sums[2 * quarter], sums[2 * quarter + 1]))
          .collect(Collectors.joining(","));
    }

    private static String quarter(long high, long low) {
      BigInteger sum =
          BigInteger.valueOf(high).shiftLeft(Integer.SIZE).add(BigInteger.valueOf(low));
      return sum.toString();
    }

    @Override
    public Encoder<long[]> bufferEncoder() {
      return Encoders.kryo(long[].class);
    }

    @Override
    public Encoder<String> outputEncoder() {
      return Encoders.STRING();
    }
  }
}
