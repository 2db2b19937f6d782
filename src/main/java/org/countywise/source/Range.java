package org.countywise.source;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.parquet.column.statistics.Statistics;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.apache.parquet.hadoop.metadata.ParquetMetadata;

/** The values of a whole-number column, as the statistics in footers give them. */
public record Range(long least, long greatest) {
  Range and(Range other) {
    return new Range(Math.min(least, other.least), Math.max(greatest, other.greatest));
  }

  /** Ranges of the columns of a file of which all statistics are there. */
  static Map<String, Range> of(ParquetMetadata footer) {
    Map<String, Range> ranges = new HashMap<>();
    Set<String> unknown = new HashSet<>();
    for (BlockMetaData block : footer.getBlocks()) {
      for (ColumnChunkMetaData column : block.getColumns()) {
        String name = column.getPath().toDotString();
        Statistics<?> values = column.getStatistics();
        if (values != null
            && values.hasNonNullValue()
            && values.genericGetMin() instanceof Number least
            && values.genericGetMax() instanceof Number greatest) {
          ranges.merge(name, new Range(least.longValue(), greatest.longValue()), Range::and);
        } else {
          unknown.add(name);
        }
      }
    }
    ranges.keySet().removeAll(unknown);
    return ranges;
  }
}
