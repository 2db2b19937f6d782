package org.countywise.sink;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.dataformat.csv.CsvGenerator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.math.BigDecimal;
import java.util.List;

/**
 * Lines of CSV by RFC 4180, without their ends: quotes are doubled, unknown is an empty field and an
 * empty text is {@code ""}, numbers are plain decimals.
 *
 * @param use who opens the file
 */
public record Csv(Use use) {
  /** Between two lines, and after the last. */
  public static final String END = "\r\n";

  /** Lets a spreadsheet see that a file is UTF-8. */
  private static final String MARK = "\uFEFF";

  /** What makes a spreadsheet compute the text that follows. */
  private static final String ARMED = "=+-@\t\r\n＝＋－＠";

  private static final ObjectWriter WRITER =
      CsvMapper.builder()
          .enable(CsvGenerator.Feature.STRICT_CHECK_FOR_QUOTING)
          .enable(CsvGenerator.Feature.ALWAYS_QUOTE_EMPTY_STRINGS)
          .build()
          .writer(CsvSchema.emptySchema().withLineSeparator("").withoutEscapeChar());

  /** Who opens a file. */
  public enum Use {
    /** Other programs. */
    PROGRAMS,
    /** A spreadsheet: a mark says that it is UTF-8, and no text is taken for a formula. */
    SPREADSHEET
  }

  /** The first line. */
  public String head(List<String> names) {
    return (use == Use.SPREADSHEET ? MARK : "") + line(names);
  }

  /** A line of texts, numbers, dates and nulls. */
  public String line(List<?> cells) {
    try {
      return WRITER.writeValueAsString(cells.stream().map(this::text).toArray(String[]::new));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("texts are always written", e);
    }
  }

  private String text(Object cell) {
    if (cell instanceof Double number) {
      return plain(BigDecimal.valueOf(number).stripTrailingZeros());
    }
    if (cell instanceof BigDecimal number) {
      return plain(number);
    }
    return cell instanceof String text ? disarmed(text) : cell == null ? null : cell.toString();
  }

  private static String plain(BigDecimal number) {
    return number.toPlainString();
  }

  /** A number is no formula, whatever its sign. */
  private String disarmed(String text) {
    boolean armed = !text.isEmpty() && ARMED.indexOf(text.charAt(0)) >= 0;
    return armed && use == Use.SPREADSHEET ? "'" + text : text;
  }
}
