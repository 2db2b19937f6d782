package org.countywise.rows;

import static org.apache.spark.sql.functions.length;
import static org.apache.spark.sql.functions.octet_length;
import static org.apache.spark.sql.functions.translate;
import static org.apache.spark.sql.functions.trim;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;

/** Characters that nobody sees and that make another code of a code. */
final class Invisible {
  /** What is said of a code that is known but for them. */
  static final String HINT =
      "; without its invisible characters (such as a byte order mark, a no-break or trailing blank)"
          + " it would be known";

  /** Tabulator, line ends, blanks of every width, joiners, marks of direction and byte order. */
  private static final String CHARACTERS =
      "\t\n\r\u00A0\u00AD\u2007\u2009\u200B\u200C\u200D\u200E\u200F\u202F\u2060\u3000\uFEFF";

  private static final String AROUND = " \t\n\r";

  private Invisible() {}

  /** The text without them and without blanks around it, null where it has none. */
  static Column removed(Column text) {
    Column without = trim(translate(text, CHARACTERS, ""));
    Column suspicious =
        octet_length(text).notEqual(length(text)).or(trim(text, AROUND).notEqual(text));
    return when(suspicious, when(without.notEqual(text), without));
  }
}
