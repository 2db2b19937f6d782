package org.countywise.delivery;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.parquet.column.statistics.Statistics;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.apache.parquet.hadoop.metadata.ParquetMetadata;
import org.apache.parquet.schema.LogicalTypeAnnotation.IntLogicalTypeAnnotation;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;

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
        if (column.getPath().size() > 1) {
          continue;
        }
        String name = column.getPath().toArray()[0];
        Statistics<?> values = column.getStatistics();
        if (whole(column.getPrimitiveType())
            && values != null
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

  /** Unsigned numbers are compared otherwise than Java's. */
  private static boolean whole(PrimitiveType type) {
    boolean stored =
        type.getPrimitiveTypeName() == PrimitiveTypeName.INT32
            || type.getPrimitiveTypeName() == PrimitiveTypeName.INT64;
    return stored
        && (type.getLogicalTypeAnnotation() == null
            || (type.getLogicalTypeAnnotation() instanceof IntLogicalTypeAnnotation whole
                && whole.isSigned()));
  }
}
