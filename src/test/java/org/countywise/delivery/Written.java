package org.countywise.delivery;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroup;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.Util;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.Type;

/** Writes Parquet files as any program may write them. */
public final class Written {
  private static final int TAIL = 8;

  private Written() {}

  /** A file of rows, whose values are texts, empty for none. */
  static Path file(Path path, MessageType schema, List<List<String>> rows) throws IOException {
    Files.createDirectories(path.getParent());
    try (ParquetWriter<Group> writer =
        ExampleParquetWriter.builder(new org.apache.hadoop.fs.Path(path.toUri()))
            .withConf(new Configuration())
            .withType(schema)
            .build()) {
      for (List<String> row : rows) {
        Group group = new SimpleGroup(schema);
        for (int i = 0; i < row.size(); i++) {
          if (!row.get(i).isEmpty()) {
            add(group, schema.getType(i), row.get(i));
          }
        }
        writer.write(group);
      }
    }
    return path;
  }

  private static void add(Group group, Type type, String value) {
    PrimitiveType stored = type.asPrimitiveType();
    String name = type.getName();
    boolean number = stored.toString().contains("DECIMAL");
    switch (stored.getPrimitiveTypeName()) {
      case INT32 -> group.add(name, Integer.parseInt(value));
      case INT64 -> group.add(name, Long.parseLong(value));
      case BOOLEAN -> group.add(name, Boolean.parseBoolean(value));
      case FLOAT -> group.add(name, Float.parseFloat(value));
      case DOUBLE -> group.add(name, Double.parseDouble(value));
      case BINARY ->
          group.add(
              name,
              number ? Binary.fromConstantByteArray(digits(value)) : Binary.fromString(value));
      case FIXED_LEN_BYTE_ARRAY ->
          group.add(name, Binary.fromConstantByteArray(padded(value, stored.getTypeLength())));
      case INT96 -> group.add(name, Binary.fromConstantByteArray(moment(Long.parseLong(value))));
    }
  }

  private static byte[] digits(String value) {
    return new BigInteger(value).toByteArray();
  }

  private static byte[] padded(String value, int length) {
    byte[] digits = digits(value);
    byte[] all = new byte[length];
    Arrays.fill(all, (byte) (digits[0] < 0 ? -1 : 0));
    System.arraycopy(digits, 0, all, length - digits.length, digits.length);
    return all;
  }

  /** Nanoseconds of the day, and the day by Julius Scaliger's count. */
  private static byte[] moment(long seconds) {
    return ByteBuffer.allocate(12)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putLong(Math.floorMod(seconds, 86_400L) * 1_000_000_000L)
        .putInt((int) (Math.floorDiv(seconds, 86_400L) + 2_440_588))
        .array();
  }

  /** Makes a file's footer say something else; its checksums go. */
  public static void say(Path file, Consumer<FileMetaData> change) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    int length =
        ByteBuffer.wrap(bytes, bytes.length - TAIL, 4).order(ByteOrder.LITTLE_ENDIAN).getInt();
    int start = bytes.length - TAIL - length;
    FileMetaData footer = Util.readFileMetaData(new ByteArrayInputStream(bytes, start, length));
    change.accept(footer);
    ByteArrayOutputStream changed = new ByteArrayOutputStream();
    changed.write(bytes, 0, start);
    Util.writeFileMetaData(footer, changed);
    int written = changed.size() - start;
    changed.write(ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(written).array());
    changed.write(bytes, bytes.length - 4, 4);
    Files.write(file, changed.toByteArray());
    Files.deleteIfExists(checksums(file));
  }

  /** Turns round the bytes of a file's pages. */
  static void damage(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    for (int i = 4; i < 24; i++) {
      bytes[i] = (byte) ~bytes[i];
    }
    Files.write(file, bytes);
  }

  /** What Hadoop writes beside a file. */
  static Path checksums(Path file) {
    return file.resolveSibling("." + file.getFileName() + ".crc");
  }
}
