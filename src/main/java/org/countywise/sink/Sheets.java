package org.countywise.sink;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * The sheets of a workbook, one after the other, each with a frozen head and filters. What one
 * sheet cannot hold goes on in a next one of the same name with a number.
 */
final class Sheets {
  /** Rows of a sheet of Excel. */
  static final int MOST_ROWS = Worksheet.MAX_ROWS;

  /** Characters of a cell of Excel. */
  static final int LONGEST_TEXT = 32_767;

  /** Digits that Excel keeps of a number that is typed or shown. */
  private static final int EXACT_DIGITS = 15;

  /** What Excel would read as the sign of that number; a marked underscore keeps it text. */
  private static final Pattern ESCAPED = Pattern.compile("_(?=x[0-9A-Fa-f]{4}_)");

  private static final int LONGEST_NAME = 31;
  private static final int FLUSHED = 1_000;
  private static final String HEAD_COLOUR = "D9E2EC";

  private final Workbook workbook;
  private final int mostRows;
  private final Set<String> names = new HashSet<>();

  /**
   * Sheets of a workbook.
   *
   * @param mostRows of one sheet, its head included
   */
  Sheets(Workbook workbook, int mostRows) {
    this.workbook = workbook;
    this.mostRows = mostRows;
  }

  /**
   * A column.
   *
   * @param width in characters
   * @param note what a reader is told about it, empty for nothing
   */
  record Column(String name, double width, String note) {}

  /**
   * A number and how it is shown.
   *
   * @param format as Excel writes it
   */
  record Shown(Number number, String format) {

    /** A number with thousands apart and a fixed number of decimals. */
    static Shown of(Number number, int decimals) {
      return new Shown(number, decimals == 0 ? "#,##0" : "#,##0." + "0".repeat(decimals));
    }
  }

  /**
   * Writes a table.
   *
   * @param rows of each a {@link Shown}, a text, or null for an empty cell per column; read once
   */
  void write(String title, List<Column> columns, Iterator<? extends List<?>> rows)
      throws IOException {
    do {
      Worksheet sheet = workbook.newWorksheet(name(title));
      head(sheet, columns);
      int row = 1;
      while (rows.hasNext() && row < mostRows) {
        List<?> cells = rows.next();
        for (int column = 0; column < cells.size(); column++) {
          put(sheet, row, column, cells.get(column));
        }
        row++;
        if (row % FLUSHED == 0) {
          sheet.flush();
        }
      }
      sheet.setAutoFilter(0, 0, row - 1, columns.size() - 1);
      sheet.finish();
    } while (rows.hasNext());
  }

  /** Writes lines of text, cells of a line side by side, without head and filters. */
  void write(String title, List<List<String>> lines) throws IOException {
    Worksheet sheet = workbook.newWorksheet(name(title));
    sheet.width(0, 12);
    sheet.width(1, 100);
    for (int row = 0; row < lines.size(); row++) {
      for (int column = 0; column < lines.get(row).size(); column++) {
        put(sheet, row, column, lines.get(row).get(column));
      }
    }
    sheet.finish();
  }

  private static void head(Worksheet sheet, List<Column> columns) {
    for (int i = 0; i < columns.size(); i++) {
      Column column = columns.get(i);
      sheet.value(0, i, column.name());
      sheet.style(0, i).bold().fillColor(HEAD_COLOUR).set();
      sheet.width(i, column.width());
      if (!column.note().isEmpty()) {
        sheet.comment(0, i, column.note());
      }
    }
    sheet.freezePane(0, 1);
  }

  private static void put(Worksheet sheet, int row, int column, Object cell) {
    if (cell instanceof Shown shown && fits(shown.number())) {
      sheet.value(row, column, shown.number());
      sheet.style(row, column).format(shown.format()).set();
    } else if (cell != null) {
      String text = cell instanceof Shown shown ? plain(shown.number()) : cell.toString();
      if (text.length() > LONGEST_TEXT) {
        throw new IllegalArgumentException(
            "cell %d of row %d of sheet '%s' would hold %,d characters, and a cell of Excel holds %,d; export with --format csv or parquet"
                .formatted(column + 1, row + 1, sheet.getName(), text.length(), LONGEST_TEXT));
      }
      sheet.value(row, column, ESCAPED.matcher(text).replaceAll("_x005F_"));
      sheet.style(row, column).format("@").set();
    }
  }

  /** Whether Excel shows all digits of it; a value is a double there as here. */
  private static boolean fits(Number number) {
    return !(number instanceof BigDecimal exact)
        || exact.stripTrailingZeros().precision() <= EXACT_DIGITS;
  }

  private static String plain(Number number) {
    return number instanceof BigDecimal exact
        ? exact.stripTrailingZeros().toPlainString()
        : number.toString();
  }

  /** A name of its own that Excel accepts. */
  private String name(String title) {
    String base = title.replaceAll("[\\[\\]:*?/\\\\']", "-");
    String name = cut(base, LONGEST_NAME);
    for (int i = 2; !names.add(name.toLowerCase(Locale.ROOT)); i++) {
      String number = " (" + i + ")";
      name = cut(base, LONGEST_NAME - number.length()) + number;
    }
    return name;
  }

  private static String cut(String text, int length) {
    return text.length() <= length ? text : text.substring(0, length);
  }
}
