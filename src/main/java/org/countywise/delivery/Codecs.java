package org.countywise.delivery;

import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.hadoop.CodecFactory;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.hadoop.metadata.ParquetMetadata;

/** The compressions of files. */
final class Codecs {
  private Codecs() {}

  /** A compression of a file that cannot be undone, as a rule for want of a library. */
  static Optional<String> unknown(ParquetMetadata footer, Configuration hadoop) {
    return footer.getBlocks().stream()
        .flatMap(block -> block.getColumns().stream())
        .map(column -> column.getCodec())
        .distinct()
        .filter(codec -> !undone(codec, hadoop))
        .map(CompressionCodecName::name)
        .findFirst();
  }

  private static boolean undone(CompressionCodecName codec, Configuration hadoop) {
    CodecFactory codecs = new CodecFactory(hadoop, 0);
    try {
      codecs.getDecompressor(codec);
      return true;
    } catch (RuntimeException | LinkageError e) {
      return false;
    } finally {
      codecs.release();
    }
  }
}
