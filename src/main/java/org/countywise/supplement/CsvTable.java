package org.countywise.supplement;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.csv.CsvFactory;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.countywise.report.Place;
import org.countywise.report.Problem;
import org.countywise.report.Visible;

/**
 * A CSV file as spreadsheets write it: UTF-8 with or without a byte order mark, or the GB 18030 of
 * Chinese ones; divided by commas, semicolons or tabs, as its head is. Cells have no blanks around
 * them and no apostrophe before them; lines without any content are left out.
 *
 * @param file its name in messages
 * @param head names of the columns in small letters, empty where one has none
 */
record CsvTable(String file, List<String> head, List<Line> lines) {
  private static final List<Charset> CHARSETS =
      List.of(StandardCharsets.UTF_8, Charset.forName("GB18030"));
  private static final List<Character> SEPARATORS = List.of(',', ';', '\t');

  /**
   * A line.
   *
   * @param number of the line in the file, from 1
   */
  record Line(int number, List<String> cells) {
    /** The cell of a column, empty where the line is shorter. */
    String cell(int column) {
      return column < cells.size() ? cells.get(column) : "";
    }

    boolean isEmpty() {
      return cells.stream().allMatch(String::isEmpty);
    }
  }

  /**
   * Reads a file.
   *
   * @throws RefusedException if it is no such text
   */
  static CsvTable read(Path file) throws IOException {
    String name = file.toString();
    String text = text(name, Files.readAllBytes(file));
    List<Line> lines = lines(name, text).stream().filter(line -> !line.isEmpty()).toList();
    if (lines.isEmpty()) {
      throw refused(name, 0, "the file is empty; give back a form that 'countywise alerts' wrote");
    }
    List<String> head =
        lines.get(0).cells().stream().map(cell -> cell.toLowerCase(Locale.ROOT)).toList();
    return new CsvTable(name, head, lines.subList(1, lines.size()));
  }

  Problem problem(Line line, String message) {
    return new Problem(new Place(file, line.number()), message);
  }

  static RefusedException refused(String file, int line, String message) {
    return new RefusedException(List.of(new Problem(new Place(file, line), message)));
  }

  private static String text(String name, byte[] bytes) {
    return CHARSETS.stream()
        .flatMap(charset -> decoded(charset, bytes).stream())
        .filter(text -> text.indexOf('\0') < 0)
        .findFirst()
        .map(text -> text.startsWith("\uFEFF") ? text.substring(1) : text)
        .orElseThrow(
            () ->
                refused(
                    name,
                    0,
                    "the file is no text in UTF-8; let the spreadsheet save it as 'CSV UTF-8'"));
  }

  private static Optional<String> decoded(Charset charset, byte[] bytes) {
    try {
      return Optional.of(charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (CharacterCodingException other) {
      return Optional.empty();
    }
  }

  private static List<Line> lines(String name, String text) throws IOException {
    List<Line> lines = new ArrayList<>();
    CsvSchema schema = CsvSchema.emptySchema().withColumnSeparator(separator(text));
    try (CsvParser parser = new CsvFactory().createParser(text)) {
      parser.setSchema(schema);
      List<String> cells = new ArrayList<>();
      int number = 1;
      for (JsonToken at = parser.nextToken(); at != null; at = parser.nextToken()) {
        if (at == JsonToken.START_ARRAY) {
          cells = new ArrayList<>();
        } else if (at == JsonToken.END_ARRAY) {
          lines.add(new Line(number, cells));
        } else {
          number = cells.isEmpty() ? parser.currentTokenLocation().getLineNr() : number;
          cells.add(cell(parser.getText()));
        }
      }
    } catch (JsonParseException e) {
      throw refused(
          name,
          e.getLocation().getLineNr(),
          "a cell begins with a quote and does not end with one; close it, or leave quotes out");
    }
    return lines;
  }

  /** What divides the head: the one that it has most of. */
  private static char separator(String text) {
    String head = text.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
    return SEPARATORS.stream()
        .max(Comparator.comparingLong(of -> head.chars().filter(c -> c == of).count()))
        .orElseThrow();
  }

  private static String cell(String text) {
    String bare = Visible.without(text);
    return bare.startsWith("'") ? bare.substring(1).strip() : bare;
  }
}
