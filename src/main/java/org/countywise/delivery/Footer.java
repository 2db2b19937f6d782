package org.countywise.delivery;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.HadoopReadOptions;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.metadata.ParquetMetadata;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.apache.parquet.schema.MessageType;
import org.countywise.report.Finding;

/**
 * What a file says of itself.
 *
 * @param schema null where the file could not be opened
 * @param ranges of its whole-number columns, where its statistics tell
 * @param trouble why not, null where it could
 */
record Footer(
    DataFile file,
    MessageType schema,
    long rows,
    Map<String, Range> ranges,
    String content,
    Finding trouble) {

  static Footer of(DataFile file, Configuration hadoop) {
    if (file.status().getLen() == 0) {
      return unreadable(file, Trouble.finding(file, "empty"));
    }
    try {
      return Checksums.areOfAnother(file, hadoop)
          ? unreadable(file, Trouble.checksum(file))
          : opened(file, hadoop);
    } catch (IOException | RuntimeException e) {
      return unreadable(file, Trouble.finding(e, file, "footer"));
    }
  }

  private static Footer opened(DataFile file, Configuration hadoop) throws IOException {
    // Without options, Parquet reads Hadoop's settings from their files again for every footer.
    ParquetReadOptions options = HadoopReadOptions.builder(hadoop).build();
    try (ParquetFileReader reader =
        ParquetFileReader.open(HadoopInputFile.fromStatus(file.status(), hadoop), options)) {
      ParquetMetadata footer = reader.getFooter();
      Optional<String> codec = Codecs.unknown(footer, hadoop);
      if (codec.isPresent()) {
        return unreadable(file, Trouble.codec(file, codec.get()));
      }
      Optional<Finding> contradiction = RowGroups.contradiction(file, footer);
      if (contradiction.isPresent()) {
        return unreadable(file, contradiction.get());
      }
      long rows = footer.getBlocks().stream().mapToLong(BlockMetaData::getRowCount).sum();
      return new Footer(
          file,
          footer.getFileMetaData().getSchema(),
          rows,
          Range.of(footer),
          content(footer),
          null);
    }
  }

  private static String content(ParquetMetadata footer) {
    StringBuilder text = new StringBuilder(String.valueOf(footer.getFileMetaData().getSchema()));
    for (BlockMetaData block : footer.getBlocks()) {
      text.append(block.getRowCount());
      block
          .getColumns()
          .forEach(
              column ->
                  text.append(column.getPath())
                      .append(column.getStartingPos())
                      .append(' ')
                      .append(column.getTotalSize())
                      .append(column.getStatistics()));
    }
    return text.toString();
  }

  private static Footer unreadable(DataFile file, Finding why) {
    return new Footer(file, null, 0, Map.of(), "", why);
  }
}
