package org.countywise.sink;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Small tables beside the values, in memory: rows by their key, fields by the name of a column. */
final class DimensionRows {
  /** Ends the name of the definitions that an indicator stands in. */
  private static final String YAML = ".yaml";

  private DimensionRows() {}

  /**
   * The rows of a dimension by its first column.
   *
   * @return fields by column; unknown ones are not there
   */
  static Map<String, Map<String, String>> of(Dataset<Row> dimension) {
    List<String> columns = List.of(dimension.columns());
    Map<String, Map<String, String>> rows = new LinkedHashMap<>();
    for (Row row : dimension.collectAsList()) {
      Map<String, String> fields = new LinkedHashMap<>();
      for (int i = 0; i < columns.size(); i++) {
        if (!row.isNullAt(i)) {
          fields.put(columns.get(i), row.get(i).toString());
        }
      }
      rows.put(row.getString(0), fields);
    }
    return rows;
  }

  /** The family of an indicator: its definitions' file without the ending. */
  static String family(Map<String, String> indicator) {
    String file = indicator.getOrDefault("job_file", "");
    return file.endsWith(YAML) ? file.substring(0, file.length() - YAML.length()) : file;
  }
}
