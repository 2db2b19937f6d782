package org.countywise.delivery;

import java.util.Optional;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.apache.parquet.hadoop.metadata.ParquetMetadata;
import org.apache.parquet.schema.MessageType;
import org.countywise.report.Finding;
import org.countywise.report.FindingType;

/**
 * Whether the columns of a file hold as many values as it announces rows. Spark believes the
 * announcement: it makes up rows that are missing, of the values it has read before, and leaves out
 * those that are too many. That pages hold what a column announces is proven as they are read.
 */
final class RowGroups {
  private RowGroups() {}

  /** A finding where a column has more or fewer values than there are rows. */
  static Optional<Finding> contradiction(DataFile file, ParquetMetadata footer) {
    MessageType schema = footer.getFileMetaData().getSchema();
    for (BlockMetaData group : footer.getBlocks()) {
      for (ColumnChunkMetaData column : group.getColumns()) {
        boolean oneEach =
            schema.getColumnDescription(column.getPath().toArray()).getMaxRepetitionLevel() == 0;
        if (oneEach && column.getValueCount() != group.getRowCount()) {
          return Optional.of(finding(file, group.getRowCount(), column));
        }
      }
    }
    return Optional.empty();
  }

  private static Finding finding(DataFile file, long announced, ColumnChunkMetaData column) {
    return file.about(FindingType.ROWS_READ)
        .saying("column")
        .rows(Math.abs(announced - column.getValueCount()))
        .with("announced", announced)
        .with("column", column.getPath().toDotString())
        .with("held", column.getValueCount())
        .build();
  }
}
