package org.countywise.sink;

import java.io.IOException;
import org.dhatim.fastexcel.Workbook;

/**
 * One workbook for Excel, {@code <folder>/countywise.xlsx}: what it is and what the statuses mean
 * in both languages, the dictionary of indicators, the regions, and the values, a sheet a family.
 */
public final class XlsxSink implements Sink {
  private static final String FORMAT_VERSION = "1.0";

  private final int mostRows;

  /** Workbooks with sheets as long as Excel reads them. */
  public XlsxSink() {
    this(Sheets.MOST_ROWS);
  }

  /**
   * Workbooks with shorter sheets.
   *
   * @param mostRows of one sheet, its head included
   */
  XlsxSink(int mostRows) {
    this.mostRows = mostRows;
  }

  @Override
  public void write(ReleaseTables tables, String folder) {
    NewFile.beside(tables.values(), folder + "/" + ExportedNames.WORKBOOK)
        .bytes(
            out -> {
              Workbook workbook = new Workbook(out, "Countywise", FORMAT_VERSION);
              write(tables, new Sheets(workbook, mostRows));
              workbook.finish();
            });
  }

  private static void write(ReleaseTables tables, Sheets sheets) throws IOException {
    WorkbookText text =
        new WorkbookText(tables.release(), tables.audience() == ReleaseTables.Audience.RESTRICTED);
    IndicatorSheets indicators = IndicatorSheets.of(tables, text);
    indicators.writeAbout(sheets);
    indicators.writeDictionary(sheets);
    indicators.writeRegions(sheets);
    indicators.writeValues(sheets);
  }
}
