package org.countywise.report;

/**
 * What a step of a run cost, over all datasets or for one of them. What a step does not have, or
 * has in common with others, is null: all datasets are measured in one query, so only the step as a
 * whole has seconds.
 *
 * @param step {@code read}, {@code lookup}, {@code measure}, {@code watch}, {@code cube}, {@code
 *     quality}, {@code disclosure}, {@code write} or {@code prove}
 * @param dataset empty for all
 * @param seconds by the clock on the wall, until the manifest was written
 * @param rows rows of the months whose files were read, as their footers say
 * @param bytes size of these files
 * @param reused rows of months of which an earlier run knew what they come to
 * @param rejected rows that were read and do not count
 * @param cells what came out: of measuring and watching what is kept for later runs, of the cube
 *     published rows, of disclosure those without numbers
 */
public record Cost(
    String step,
    String dataset,
    Double seconds,
    Long rows,
    Long bytes,
    Long reused,
    Long rejected,
    Long cells) {

  /** A step over all datasets. */
  public static Cost of(String step, double seconds, Long cells) {
    return new Cost(step, "", seconds, null, null, null, null, cells);
  }

  /** The rows of a dataset in a step. */
  public static Cost of(String step, String dataset, Rows rows) {
    return new Cost(
        step, dataset, null, rows.read(), rows.bytes(), rows.reused(), rows.rejected(), null);
  }

  /** The same with what came out. */
  public Cost with(Long cameOut) {
    return new Cost(step, dataset, seconds, rows, bytes, reused, rejected, cameOut);
  }

  /** Rows as {@link Cost} counts them. */
  public record Rows(long read, long bytes, long reused, long rejected) {}
}
