package org.countywise.parquet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.column.ParquetProperties;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroup;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.ReadSupport;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.hadoop.example.GroupReadSupport;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.hadoop.metadata.FileMetaData;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;

/** The rows of a Parquet file that is there, whoever wrote it. */
public record StoredRows(Path file) {

  /**
   * Hands over some columns of every row as texts; a column that the file lacks, and a value that
   * is unknown, is not in the map.
   *
   * @throws IllegalArgumentException if the file cannot be read
   */
  public void forEach(List<String> columns, Consumer<Map<String, String>> row) {
    List<Type> wanted =
        metadata().getSchema().getFields().stream()
            .filter(field -> field.isPrimitive() && columns.contains(field.getName()))
            .toList();
    if (wanted.isEmpty()) {
      return;
    }
    MessageType part = new MessageType("part", wanted);
    read(part, group -> row.accept(texts(group, part)));
  }

  /**
   * Copies the file, its schema and what is noted in it, with whole numbers of some rows changed.
   *
   * @param changes the changed numbers of a row by column, from its texts; none where it stays
   * @throws IllegalArgumentException if the file cannot be read
   * @throws UncheckedIOException if the copy cannot be written
   */
  public void copyTo(Path other, Function<Map<String, String>, Map<String, Long>> changes) {
    FileMetaData metadata = metadata();
    MessageType schema = metadata.getSchema();
    Map<String, String> notes = new HashMap<>(metadata.getKeyValueMetaData());
    notes.remove("writer.model.name");
    try (ParquetWriter<Group> writer =
        ExampleParquetWriter.builder(new LocalOutputFile(other))
            .withConf(new PlainParquetConfiguration())
            .withType(schema)
            .withExtraMetaData(notes)
            .withCompressionCodec(CompressionCodecName.SNAPPY)
            .withWriterVersion(ParquetProperties.WriterVersion.PARQUET_1_0)
            .build()) {
      read(schema, group -> append(writer, copy(group, changes.apply(texts(group, schema)))));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot copy " + file, e);
    }
  }

  private FileMetaData metadata() {
    ParquetReadOptions options =
        ParquetReadOptions.builder(new PlainParquetConfiguration()).build();
    try (ParquetFileReader reader = ParquetFileReader.open(new LocalInputFile(file), options)) {
      return reader.getFooter().getFileMetaData();
    } catch (IOException | RuntimeException e) {
      throw unreadable(e);
    }
  }

  private static void append(ParquetWriter<Group> writer, Group row) {
    try {
      writer.write(row);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write a copy", e);
    }
  }

  private void read(MessageType schema, Consumer<Group> row) {
    ParquetConfiguration conf = new PlainParquetConfiguration();
    conf.set(ReadSupport.PARQUET_READ_SCHEMA, schema.toString());
    try (ParquetReader<Group> reader = new Builder(new LocalInputFile(file), conf).build()) {
      for (Group group = next(reader); group != null; group = next(reader)) {
        row.accept(group);
      }
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  /** The next row; Parquet says with exceptions of any kind that bytes are not what they should. */
  private Group next(ParquetReader<Group> reader) {
    try {
      return reader.read();
    } catch (IOException | RuntimeException e) {
      throw unreadable(e);
    }
  }

  private IllegalArgumentException unreadable(Exception e) {
    return new IllegalArgumentException(
        "cannot read %s; 'countywise run' says what is wrong with it".formatted(file), e);
  }

  private static Map<String, String> texts(Group group, MessageType schema) {
    Map<String, String> texts = new HashMap<>();
    for (Type field : schema.getFields()) {
      if (field.isPrimitive() && group.getFieldRepetitionCount(field.getName()) == 1) {
        texts.put(
            field.getName(),
            group.getValueToString(group.getType().getFieldIndex(field.getName()), 0));
      }
    }
    return texts;
  }

  private static Group copy(Group from, Map<String, Long> changes) {
    Group to = new SimpleGroup(from.getType());
    for (Type field : from.getType().getFields()) {
      String name = field.getName();
      for (int i = 0; i < from.getFieldRepetitionCount(name); i++) {
        if (changes.containsKey(name)) {
          addNumber(to, field, changes.get(name));
        } else {
          add(to, field, from, i);
        }
      }
    }
    return to;
  }

  private static void addNumber(Group to, Type field, long number) {
    switch (field.asPrimitiveType().getPrimitiveTypeName()) {
      case INT32 -> to.add(field.getName(), Math.toIntExact(number));
      case INT64 -> to.add(field.getName(), number);
      default -> throw new IllegalStateException(field + " holds no whole number");
    }
  }

  private static void add(Group to, Type field, Group from, int index) {
    String name = field.getName();
    int at = from.getType().getFieldIndex(name);
    if (!field.isPrimitive()) {
      to.add(name, from.getGroup(at, index));
      return;
    }
    switch (field.asPrimitiveType().getPrimitiveTypeName()) {
      case INT32 -> to.add(name, from.getInteger(at, index));
      case INT64 -> to.add(name, from.getLong(at, index));
      case BOOLEAN -> to.add(name, from.getBoolean(at, index));
      case FLOAT -> to.add(name, from.getFloat(at, index));
      case DOUBLE -> to.add(name, from.getDouble(at, index));
      case INT96 -> to.add(name, from.getInt96(at, index));
      case BINARY, FIXED_LEN_BYTE_ARRAY -> to.add(name, from.getBinary(at, index));
    }
  }

  private static final class Builder extends ParquetReader.Builder<Group> {
    private Builder(InputFile file, ParquetConfiguration conf) {
      super(file, conf);
    }

    @Override
    protected ReadSupport<Group> getReadSupport() {
      return new GroupReadSupport();
    }
  }
}
