package org.countywise.sink;

import java.util.Set;
import java.util.regex.Pattern;

/** What exports call their files: anything else in their folder is somebody else's. */
final class ExportedNames {
  /** The workbook of {@link XlsxSink}. */
  static final String WORKBOOK = "countywise.xlsx";

  /** The observations of {@link SdmxCsvSink}. */
  static final String OBSERVATIONS = "observations.csv";

  /** The structure message of {@link SdmxCsvSink}. */
  static final String STRUCTURE = "structure.json";

  private static final Set<String> TABLES =
      Set.of("dim_indicator", "dim_region", "dim_period", "indicator_value");
  private static final Set<String> FILES = Set.of(WORKBOOK, OBSERVATIONS, STRUCTURE);
  private static final Pattern CHECKSUM = Pattern.compile("\\.(.+)\\.crc");
  private static final Pattern PART = Pattern.compile("\\.?(part-.*|_SUCCESS(\\.crc)?)");

  private ExportedNames() {}

  /** Whether a folder of the name may be a table. */
  static boolean isTable(String name) {
    return TABLES.contains(name);
  }

  /** Whether a file of the name may be an export's, or the checksum of one. */
  static boolean isFile(String name) {
    return FILES.contains(CHECKSUM.matcher(name).replaceFirst("$1"));
  }

  /** Whether a file of the name may lie in the folder of a table. */
  static boolean isPart(String table, String name) {
    return PART.matcher(name).matches()
        || CHECKSUM.matcher(name).replaceFirst("$1").equals(table + ".csv");
  }
}
