package org.countywise.rows;

import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.udf;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.api.java.UDF2;
import org.apache.spark.sql.types.DataTypes;

/**
 * What codes stand for from month to month. Every process of a run is sent the table once and looks
 * up each row in it: joins would send it again for every dataset, and be a step of their own each.
 */
public final class CodesByMonth {
  private final Column none = lit(null).cast(DataTypes.StringType);
  private final Broadcast<Map<String, String[]>> table;

  /**
   * What a code stands for.
   *
   * @param first month in which it does, {@code YYYY-MM}
   * @param last month in which it does
   * @param meaning the code it stands for, which may be itself
   */
  public record Entry(String code, String first, String last, String meaning) {}

  /** Entries of one code have no month in common. */
  public CodesByMonth(SparkSession spark, List<Entry> entries) {
    Map<String, String[]> byCode = new HashMap<>();
    entries.forEach(
        is ->
            byCode.merge(
                is.code(), new String[] {is.first(), is.last(), is.meaning()}, Find::both));
    this.table =
        byCode.isEmpty()
            ? null
            : JavaSparkContext.fromSparkContext(spark.sparkContext()).broadcast(byCode);
  }

  /** What a code stands for in a month; null where it is in no table of that month. */
  Column of(Column code, Column month) {
    return table == null ? none : udf(new Find(table), DataTypes.StringType).apply(code, month);
  }

  /** Looks a code up: months and meaning of each entry stand behind one another. */
  private record Find(Broadcast<Map<String, String[]>> table)
      implements UDF2<String, String, String> {

    static String[] both(String[] some, String[] others) {
      String[] both = Arrays.copyOf(some, some.length + others.length);
      System.arraycopy(others, 0, both, some.length, others.length);
      return both;
    }

    @Override
    public String call(String code, String month) {
      String[] found = code == null || month == null ? null : table.value().get(code);
      for (int i = 0; found != null && i < found.length; i += 3) {
        if (found[i].compareTo(month) <= 0 && found[i + 1].compareTo(month) >= 0) {
          return found[i + 2];
        }
      }
      return null;
    }
  }
}
