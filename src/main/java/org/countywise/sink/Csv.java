package org.countywise.sink;

import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SequenceWriter;
import com.fasterxml.jackson.dataformat.csv.CsvGenerator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Rows as comma-separated values by RFC 4180: a head, fields quoted where they must be, quotes
 * doubled, every line ended by CR LF. Null is an empty field and an empty text is {@code ""};
 * numbers are plain decimals.
 */
public enum Csv {
  /** For programs, which read what was written. */
  PLAIN,

  /**
   * For spreadsheets: a byte order mark tells them that the text is UTF-8, and a text that they
   * would take for a formula has an apostrophe before it. Numbers stay numbers.
   */
  SPREADSHEET;

  private static final char MARK = '\uFEFF';
  private static final String FORMULA = "=+-@\t\r\n＝＋－＠";
  private static final CsvMapper MAPPER =
      CsvMapper.builder().enable(CsvGenerator.Feature.ALWAYS_QUOTE_EMPTY_STRINGS).build();

  /**
   * Writes a table.
   *
   * @param rows their fields in the order of the head; read once
   */
  public void write(Writer out, List<String> head, Iterator<? extends List<?>> rows)
      throws IOException {
    if (this == SPREADSHEET) {
      out.write(MARK);
    }
    CsvSchema.Builder columns = CsvSchema.builder().setUseHeader(true).setLineSeparator("\r\n");
    head.forEach(columns::addColumn);
    ObjectWriter writer = MAPPER.writerFor(Map.class).with(columns.build());
    try (SequenceWriter lines = writer.writeValues(out)) {
      while (rows.hasNext()) {
        lines.write(line(head, rows.next()));
      }
    }
  }

  private Map<String, Object> line(List<String> head, List<?> row) {
    Map<String, Object> line = new LinkedHashMap<>();
    for (int i = 0; i < head.size(); i++) {
      line.put(head.get(i), field(row.get(i)));
    }
    return line;
  }

  private Object field(Object value) {
    if (value == null) {
      return null;
    }
    if (value instanceof BigDecimal exact) {
      return exact.toPlainString();
    }
    if (value instanceof Double || value instanceof Float) {
      return plain(((Number) value).doubleValue());
    }
    String text = value.toString();
    boolean formula =
        this == SPREADSHEET
            && !(value instanceof Number)
            && !text.isEmpty()
            && FORMULA.indexOf(text.charAt(0)) >= 0;
    return formula ? "'" + text : text;
  }

  private static String plain(double value) {
    return Double.isFinite(value)
        ? BigDecimal.valueOf(value).stripTrailingZeros().toPlainString()
        : Double.toString(value);
  }
}
