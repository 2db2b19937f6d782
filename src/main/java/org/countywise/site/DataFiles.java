package org.countywise.site;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Data files below one folder. A page opened from disk may run scripts and may not read files, so
 * each file is a script that hands its data over: {@code countywise.receive("index", {…})}.
 */
final class DataFiles {
  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN).build();
  private static final Pattern UNSAFE = Pattern.compile("[^A-Za-z0-9._-]");
  private static final int BUFFERED = 1 << 16;

  private final Path folder;
  private final Map<String, StringBuilder> lists = new LinkedHashMap<>();

  DataFiles(Path folder) {
    this.folder = folder;
  }

  /** A code as part of a file's name, different for different codes on every file system. */
  static String name(String code) {
    return UNSAFE.matcher(code).replaceAll(found -> "~%x~".formatted(found.group().codePointAt(0)));
  }

  /** Writes a whole file. */
  void write(String key, Object data) {
    put(file(key), receive(key) + json(data) + ");\n");
  }

  /** Adds an element to a file that is a list. */
  void add(String key, Object element) {
    StringBuilder text = lists.computeIfAbsent(key, first -> new StringBuilder(receive(key) + "["));
    text.append(json(element)).append(",\n");
    if (text.length() > BUFFERED) {
      put(file(key), text.toString());
      text.setLength(0);
    }
  }

  /** Ends all lists. */
  void close() {
    lists.forEach((key, text) -> put(file(key), text + "]);\n"));
    lists.clear();
  }

  private static String receive(String key) {
    return "countywise.receive(" + json(key) + ", ";
  }

  private Path file(String key) {
    return folder.resolve(key + ".js");
  }

  private static void put(Path file, String text) {
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(
          file, text, StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write '" + file + "'", e);
    }
  }

  static String json(Object data) {
    try {
      return JSON.writeValueAsString(data);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("what the site says is plain data", e);
    }
  }
}
