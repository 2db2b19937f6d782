package org.countywise.run;

import java.util.Locale;

/** The steps of a run that are timed, in the order of their first beginning. */
enum Phase {
  /** Files are listed, their footers opened, keys proven. */
  READ,
  /** What earlier runs left is looked up. */
  LOOKUP,
  /** Rows are judged and measured. */
  MEASURE,
  /** Households are held against the rules of the early warning. */
  WATCH,
  /** Values are derived and rolled up. */
  CUBE,
  /** Strange rows are looked for. */
  QUALITY,
  /** Small numbers are hidden, and the rest is attacked. */
  DISCLOSURE,
  /** Tables are written where no reader sees them. */
  WRITE,
  /** What was written is held against what was computed. */
  PROVE;

  /** Its name in manifests and metrics. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
