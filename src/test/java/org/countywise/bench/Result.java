package org.countywise.bench;

import java.util.List;
import java.util.stream.Stream;

/**
 * What was measured, as {@code --json} has it.
 *
 * @param scale of the sample; 1 is the true size
 * @param families that DuckDB's SQL covers
 * @param works of the product
 * @param peers what DuckDB and plain Spark SQL did
 */
record Result(
    Machine machine, double scale, List<String> families, List<Work> works, List<Peer> peers) {
  private static final int SHOWN = 5;

  /**
   * A work of the product.
   *
   * @param rows rows of the files that were read, each once
   * @param bytes sizes of these files
   * @param peer the name of what its time is compared with
   * @param ratio its seconds per second of the peer
   * @param differences between its values and DuckDB's; none where they agree
   */
  record Work(
      String name,
      Usage usage,
      long rows,
      long bytes,
      String peer,
      double ratio,
      List<String> differences) {}

  /**
   * The same question without the product.
   *
   * @param families that it answers
   * @param differences between its values and DuckDB's; none where they agree
   */
  record Peer(String name, Usage usage, List<String> families, List<String> differences) {}

  /** Whether all values are the same. */
  boolean agrees() {
    return differences().findAny().isEmpty();
  }

  /** A few of the differences. */
  List<String> someDifferences() {
    return differences().limit(SHOWN).toList();
  }

  private Stream<String> differences() {
    return Stream.concat(
        works.stream().flatMap(of -> of.differences().stream().map(d -> of.name() + ": " + d)),
        peers.stream().flatMap(of -> of.differences().stream().map(d -> of.name() + ": " + d)));
  }
}
