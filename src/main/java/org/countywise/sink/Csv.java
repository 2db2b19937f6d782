package org.countywise.sink;

import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SequenceWriter;
import com.fasterxml.jackson.dataformat.csv.CsvGenerator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

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
      CsvMapper.builder()
          .enable(CsvGenerator.Feature.STRICT_CHECK_FOR_QUOTING)
          .enable(CsvGenerator.Feature.ALWAYS_QUOTE_EMPTY_STRINGS)
          .build();

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
    CsvSchema schema = CsvSchema.emptySchema().withLineSeparator("\r\n").withNullValue("");
    ObjectWriter writer = MAPPER.writerFor(List.class).with(schema);
    try (SequenceWriter lines = writer.writeValues(out)) {
      lines.write(head);
      while (rows.hasNext()) {
        List<Object> fields = new ArrayList<>();
        rows.next().forEach(value -> fields.add(field(value)));
        lines.write(fields);
      }
    }
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
