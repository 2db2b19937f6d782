package org.countywise.parquet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;

/** A Parquet file that is being written. */
public final class ParquetFile implements AutoCloseable {
  /**
   * Of a sample, some two hundred files are written at once, and each holds a group of rows in
   * memory.
   */
  private static final long ROW_GROUP_BYTES = 4L << 20;

  private final ParquetWriter<Row> writer;

  private ParquetFile(ParquetWriter<Row> writer) {
    this.writer = writer;
  }

  /** The name of the file with a number. */
  public static String name(int number) {
    return "part-%05d.snappy.parquet".formatted(number);
  }

  /**
   * Begins a file in a folder that is made where there is none.
   *
   * @throws UncheckedIOException if it cannot be written
   */
  public static ParquetFile create(Path file, FileSchema schema) {
    try {
      Files.createDirectories(file.getParent());
      Builder builder = new Builder(new LocalOutputFile(file), schema);
      builder
          .withConf(new PlainParquetConfiguration())
          .withCompressionCodec(CompressionCodecName.SNAPPY)
          .withRowGroupSize(ROW_GROUP_BYTES);
      schema.type().getFields().stream()
          .filter(ParquetFile::isLong)
          .forEach(field -> builder.withDictionaryEncoding(field.getName(), false));
      return new ParquetFile(builder.build());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot create " + file, e);
    }
  }

  /** Ids and amounts hardly repeat, so a dictionary of them would be thrown away. */
  private static boolean isLong(Type field) {
    return field.asPrimitiveType().getPrimitiveTypeName() == PrimitiveTypeName.INT64;
  }

  /** Appends a row. */
  public void write(Row row) {
    try {
      writer.write(row);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write a Parquet file", e);
    }
  }

  @Override
  public void close() {
    try {
      writer.close();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write a Parquet file", e);
    }
  }

  private static final class Builder extends ParquetWriter.Builder<Row, Builder> {
    private final FileSchema schema;

    private Builder(OutputFile file, FileSchema schema) {
      super(file);
      this.schema = schema;
    }

    @Override
    protected Builder self() {
      return this;
    }

    @Override
    @SuppressWarnings("deprecation") // abstract all the same
    protected WriteSupport<Row> getWriteSupport(Configuration conf) {
      return new Rows(schema);
    }

    @Override
    protected WriteSupport<Row> getWriteSupport(ParquetConfiguration conf) {
      return new Rows(schema);
    }
  }

  /** Hands the values of rows to the columns of a file. */
  private static final class Rows extends WriteSupport<Row> {
    private final FileSchema schema;
    private final Map<String, Binary> texts = new HashMap<>();
    private final String[] names;
    private final int[] positions;
    private RecordConsumer columns;

    private Rows(FileSchema schema) {
      this.schema = schema;
      this.names = schema.type().getFields().stream().map(Type::getName).toArray(String[]::new);
      this.positions = schema.positions().stream().mapToInt(Integer::intValue).toArray();
    }

    @Override
    @SuppressWarnings("deprecation") // abstract all the same
    public WriteContext init(Configuration conf) {
      return new WriteContext(schema.type(), Map.of());
    }

    @Override
    public WriteContext init(ParquetConfiguration conf) {
      return new WriteContext(schema.type(), Map.of());
    }

    @Override
    public void prepareForWrite(RecordConsumer consumer) {
      columns = consumer;
    }

    @Override
    public void write(Row row) {
      columns.startMessage();
      for (int i = 0; i < positions.length; i++) {
        Object value = positions[i] < row.size() ? row.get(positions[i]) : null;
        if (value != null) {
          columns.startField(names[i], i);
          add(value);
          columns.endField(names[i], i);
        }
      }
      columns.endMessage();
    }

    private void add(Object value) {
      if (value instanceof Long number) {
        columns.addLong(number);
      } else if (value instanceof String text) {
        columns.addBinary(binary(text));
      } else if (value instanceof Integer number) {
        columns.addInteger(number);
      } else if (value instanceof LocalDate day) {
        columns.addInteger((int) day.toEpochDay());
      } else if (value instanceof Boolean flag) {
        columns.addBoolean(flag);
      } else {
        columns.addLong(((BigDecimal) value).unscaledValue().longValueExact());
      }
    }

    private Binary binary(String text) {
      Binary known = texts.get(text);
      if (known == null) {
        known = Binary.fromConstantByteArray(text.getBytes(StandardCharsets.UTF_8));
        texts.put(text, known);
      }
      return known;
    }
  }
}
