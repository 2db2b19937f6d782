package org.countywise.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.Test;

/** What Excel cannot hold in one sheet, in one cell or in one number. */
class SheetsTest {
  private static final List<Sheets.Column> COLUMNS = List.of(new Sheets.Column("a", 10, ""));

  /** What a test writes. */
  private interface Content {
    void to(Sheets sheets) throws IOException;
  }

  @Test
  void shouldGoOnInANextSheetUnderTheSameHead() throws IOException {
    try (XSSFWorkbook book =
        written(
            4,
            sheets ->
                sheets.write(
                    "family",
                    COLUMNS,
                    IntStream.range(0, 7).mapToObj(i -> List.of("row " + i)).iterator()))) {
      assertThat(book.getNumberOfSheets()).isEqualTo(3);
      assertThat(book.getSheetName(2)).isEqualTo("family (3)");
      assertThat(book.getSheetAt(1).getRow(0).getCell(0).getStringCellValue()).isEqualTo("a");
      assertThat(book.getSheetAt(1).getRow(3).getCell(0).getStringCellValue()).isEqualTo("row 5");
      assertThat(book.getSheetAt(2).getLastRowNum()).isEqualTo(1);
    }
  }

  @Test
  void shouldWriteTheHeadWhereThereAreNoRows() throws IOException {
    try (XSSFWorkbook book =
        written(4, sheets -> sheets.write("empty", COLUMNS, List.<List<?>>of().iterator()))) {
      assertThat(book.getSheet("empty").getRow(0).getCell(0).getStringCellValue()).isEqualTo("a");
    }
  }

  @Test
  void shouldRefuseATextThatIsTooLong() {
    List<List<?>> rows = List.of(List.of("字".repeat(Sheets.LONGEST_TEXT + 1)));

    assertThatThrownBy(() -> written(4, sheets -> sheets.write("t", COLUMNS, rows.iterator())))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "cell 1 of row 2 of sheet 't' would hold 32,768 characters, and a cell of Excel holds"
                + " 32,767; export with --format csv or parquet");
  }

  /** An underscore, an x and four digits are a sign to Excel; control characters are none. */
  @Test
  void shouldKeepTextsThatExcelWouldReadOtherwise() throws IOException {
    List<List<?>> rows =
        List.of(List.of("_x0041_x0042_"), List.of("=1+1"), List.of(" a\u0001b "), List.of("5226"));
    try (XSSFWorkbook book = written(9, sheets -> sheets.write("t", COLUMNS, rows.iterator()))) {
      assertThat(IntStream.rangeClosed(1, 4).mapToObj(i -> book.getSheet("t").getRow(i).getCell(0)))
          .allMatch(cell -> cell.getCellType() == CellType.STRING)
          .extracting(XSSFCell::getStringCellValue)
          .containsExactly("_x0041_x0042_", "=1+1", " ab ", "5226");
    }
  }

  @Test
  void shouldNameSheetsAsExcelAcceptsThem() throws IOException {
    String longName = "a-very-long-family-of-indicators-of-counties";
    try (XSSFWorkbook book =
        written(
            4,
            sheets -> {
              for (String name : List.of(longName, longName, "a/b", "A/B")) {
                sheets.write(name, COLUMNS, List.<List<?>>of().iterator());
              }
            })) {
      assertThat(IntStream.range(0, 4).mapToObj(book::getSheetName))
          .containsExactly(
              "a-very-long-family-of-indicator",
              "a-very-long-family-of-indic (2)",
              "a-b",
              "A-B (2)");
    }
  }

  @Test
  void shouldWriteNumbersThatExcelWouldRoundAsText() throws IOException {
    List<List<?>> rows =
        List.of(
            List.of(Sheets.Shown.of(new BigDecimal("123456789012345.000000"), 0)),
            List.of(Sheets.Shown.of(new BigDecimal("1234567890123456"), 0)),
            List.of(Sheets.Shown.of(new BigDecimal("0.000000"), 0)),
            List.of(Sheets.Shown.of(100.0 / 3, 2)));
    try (XSSFWorkbook book = written(9, sheets -> sheets.write("n", COLUMNS, rows.iterator()))) {
      var sheet = book.getSheet("n");
      assertThat(sheet.getRow(1).getCell(0).getNumericCellValue()).isEqualTo(123456789012345.0);
      assertThat(sheet.getRow(2).getCell(0).getStringCellValue()).isEqualTo("1234567890123456");
      assertThat(sheet.getRow(3).getCell(0).getNumericCellValue()).isZero();
      assertThat(sheet.getRow(4).getCell(0).getNumericCellValue()).isEqualTo(100.0 / 3);
      assertThat(sheet.getRow(4).getCell(0).getCellStyle().getDataFormatString())
          .isEqualTo("#,##0.00");
    }
  }

  private static XSSFWorkbook written(int mostRows, Content content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Workbook workbook = new Workbook(bytes, "Test", "1.0");
    content.to(new Sheets(workbook, mostRows));
    workbook.finish();
    return new XSSFWorkbook(new ByteArrayInputStream(bytes.toByteArray()));
  }
}
