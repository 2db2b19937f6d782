package org.countywise.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A workbook, read back by two other programs. */
class WorkbookExportTest {
  private static final int CODE = 4;
  private static final int PERIOD = 8;
  private static final List<Integer> NUMBERS = List.of(10, 11, 12);
  private static final int STATUS = 13;

  /** The columns of indicator_value. */
  private static final List<Integer> KEPT = List.of(0, 4, 7, 8, 9, 10, 11, 12, 13, 14);

  @TempDir private static Path folder;
  private static SmallRelease release;
  private static Path book;

  @BeforeAll
  static void export() {
    release = SmallRelease.shared();
    book = Exports.to(folder.resolve("xlsx"), "xlsx").resolve("countywise.xlsx");
  }

  @Test
  void shouldWriteAWorkbookThatPoiReads() throws IOException {
    try (Workbook read = WorkbookFactory.create(book.toFile(), null, true)) {
      List<List<String>> rows = new ArrayList<>();
      for (String family : List.of("employment", "employment-2")) {
        for (Row row : read.getSheet(family)) {
          if (row.getRowNum() > 0) {
            rows.add(KEPT.stream().map(column -> text(row.getCell(column))).toList());
          }
        }
      }

      assertThat(SmallRelease.sorted(rows)).isEqualTo(release.values("r0002"));
    }
  }

  @Test
  void shouldLeaveSuppressedCellsEmptyAndTextsTexts() throws IOException {
    try (Workbook read = WorkbookFactory.create(book.toFile(), null, true)) {
      Sheet sheet = read.getSheet("employment");
      Row suppressed =
          rows(sheet).stream()
              .filter(row -> text(row.getCell(STATUS)).equals("Q"))
              .findFirst()
              .orElseThrow();
      for (int number : NUMBERS) {
        assertThat(suppressed.getCell(number)).as("cell %s", number).isNull();
      }
      for (Row row : rows(sheet)) {
        for (Cell cell : row) {
          assertThat(cell.getCellType()).isIn(CellType.STRING, CellType.NUMERIC);
        }
        assertThat(row.getCell(CODE).getCellStyle().getDataFormatString()).isEqualTo("@");
        assertThat(row.getCell(PERIOD).getCellType()).isEqualTo(CellType.STRING);
      }
      assertThat(sheet.getRow(1).getCell(1).getStringCellValue()).isEqualTo("=1+1 Employed");
      assertThat(
              read.getSheet("employment-2").getRow(1).getCell(NUMBERS.get(1)).getStringCellValue())
          .as("more digits than Excel keeps")
          .isEqualTo("12345678901234567.123456");
    }
  }

  @Test
  void shouldFreezeHeadsFilterThemAndExplainThem() throws IOException {
    try (XSSFWorkbook read = new XSSFWorkbook(book.toString())) {
      XSSFSheet sheet = read.getSheet("employment");

      assertThat(sheet.getPaneInformation().isFreezePane()).isTrue();
      assertThat((int) sheet.getPaneInformation().getHorizontalSplitPosition()).isEqualTo(1);
      assertThat(sheet.getCTWorksheet().getAutoFilter().getRef()).isEqualTo("A1:O10");
      assertThat(sheet.getRow(0).getCell(STATUS).getCellComment().getString().getString())
          .contains("Q suppressed", "Q 已隐去");
      assertThat(sheet.getRow(0).getCell(0).getCellStyle().getFont().getBold()).isTrue();
      assertThat(lines(read.getSheet("about")))
          .contains(
              "Indicators of release r0002",
              "Q\tsuppressed: too small, or it would tell a number that is");
      assertThat(lines(read.getSheet("说明"))).contains("r0002版指标", "M\t无法计算：分母为零，或没有任何已知数据");
      assertThat(lines(read.getSheet("indicators")))
          .anyMatch(line -> line.contains("Employed ÷ Labourers × 100\tEmployed\tLabourers"));
      assertThat(lines(read.getSheet("regions"))).hasSize(5);
      assertThat(lines(read.getSheet("registry")))
          .as("the head of a family without values")
          .hasSize(1);
    }
  }

  private static List<Row> rows(Sheet sheet) {
    List<Row> rows = new ArrayList<>();
    sheet.forEach(rows::add);
    return rows.subList(1, rows.size());
  }

  private static List<String> lines(Sheet sheet) {
    List<String> lines = new ArrayList<>();
    for (Row row : sheet) {
      List<String> cells = new ArrayList<>();
      row.forEach(cell -> cells.add(text(cell)));
      lines.add(String.join("\t", cells));
    }
    return lines;
  }

  private static String text(Cell cell) {
    if (cell == null) {
      return null;
    }
    if (cell.getCellType() == CellType.STRING) {
      return cell.getStringCellValue();
    }
    double number = cell.getNumericCellValue();
    return cell.getColumnIndex() == NUMBERS.get(0)
        ? SmallRelease.text(number)
        : SmallRelease.text(BigDecimal.valueOf(number));
  }

  @Test
  void shouldWriteAWorkbookThatLibreOfficeConverts()
      throws IOException, InterruptedException, SQLException {
    assumeTrue(installed("soffice"), "LibreOffice (soffice) is not installed");
    Process office =
        new ProcessBuilder(
                "soffice",
                "--headless",
                "-env:UserInstallation=" + folder.resolve("office").toUri(),
                "--convert-to",
                "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1",
                "--outdir",
                folder.toString(),
                book.toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("office.log").toFile())
            .start();

    assertThat(office.waitFor()).as("exit code of LibreOffice").isZero();
    assertThat(
            Exports.rows(
                """
                select indicator, region_code, region_level, period, coalesce(breakdown, ''),
                  round(value::double, 9), numerator::decimal(38,6), denominator::decimal(38,6),
                  status, release
                from read_csv(['%1$s/countywise-employment.csv', '%1$s/countywise-employment-2.csv'],
                  header = true, all_varchar = true)
                """
                    .formatted(folder)))
        .hasSameSizeAs(release.values("r0002"))
        .allMatch(row -> release.values("r0002").stream().anyMatch(cell -> equal(cell, row)));
  }

  /** LibreOffice writes fifteen digits of a value. */
  private static boolean equal(List<String> cell, List<String> row) {
    List<String> other = new ArrayList<>(row);
    if (cell.get(5) != null && row.get(5) != null) {
      double value = Double.parseDouble(cell.get(5));
      if (Math.abs(value - Double.parseDouble(row.get(5))) <= 1e-9 * Math.max(1, Math.abs(value))) {
        other.set(5, cell.get(5));
      }
    }
    return cell.equals(other);
  }

  private static boolean installed(String program) {
    return Stream.of(System.getenv("PATH").split(":", -1))
        .anyMatch(path -> Files.isExecutable(Path.of(path, program)));
  }
}
