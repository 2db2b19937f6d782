package org.countywise.compile.expression;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DecimalType;
import org.apache.spark.sql.types.IntegerType;
import org.apache.spark.sql.types.LongType;

/**
 * Between which numbers the values of an expression lie.
 *
 * @param zero whether 0 can be one of them
 */
public record Bounds(BigDecimal least, BigDecimal greatest, boolean zero) {
  /** More rows than any household, person or project has in a join. */
  private static final BigDecimal ROWS = BigDecimal.TEN.pow(6);

  public static Bounds of(BigDecimal least, BigDecimal greatest) {
    return new Bounds(least, greatest, least.signum() <= 0 && greatest.signum() >= 0);
  }

  public static Bounds of(long least, long greatest) {
    return of(BigDecimal.valueOf(least), BigDecimal.valueOf(greatest));
  }

  /** What a type holds; nothing is known of types that are not exact numbers. */
  public static Optional<Bounds> of(DataType type) {
    if (type instanceof IntegerType) {
      return Optional.of(of(Integer.MIN_VALUE, Integer.MAX_VALUE));
    }
    if (type instanceof LongType) {
      return Optional.of(of(Long.MIN_VALUE, Long.MAX_VALUE));
    }
    return type instanceof DecimalType decimal
        ? Optional.of(upTo(BigDecimal.TEN.pow(decimal.precision() - decimal.scale())))
        : Optional.empty();
  }

  private static Bounds upTo(BigDecimal limit) {
    BigDecimal most = limit.subtract(BigDecimal.ONE);
    return of(most.negate(), most);
  }

  public Bounds plus(Bounds other) {
    return of(least.add(other.least), greatest.add(other.greatest));
  }

  public Bounds negated() {
    return new Bounds(greatest.negate(), least.negate(), zero);
  }

  public Bounds times(Bounds other) {
    BigDecimal[] ends =
        Stream.of(
                least.multiply(other.least),
                least.multiply(other.greatest),
                greatest.multiply(other.least),
                greatest.multiply(other.greatest))
            .sorted()
            .toArray(BigDecimal[]::new);
    return new Bounds(ends[0], ends[3], zero || other.zero);
  }

  /** Divided by whole numbers: never farther from 0. */
  public Bounds over(Bounds divisor) {
    BigDecimal far = far();
    return divisor.least.signum() < 0
        ? of(far.negate(), far)
        : of(least.min(BigDecimal.ZERO), greatest.max(BigDecimal.ZERO));
  }

  /** What remains after division by these. */
  public Bounds remainder() {
    BigDecimal far = far();
    return of(far.negate(), far);
  }

  public Bounds absolute() {
    return new Bounds(zero ? BigDecimal.ZERO : least.max(BigDecimal.ZERO), far(), zero);
  }

  public Bounds or(Bounds other) {
    return new Bounds(least.min(other.least), greatest.max(other.greatest), zero || other.zero);
  }

  /** Values that lie in both. */
  public Bounds and(Bounds other) {
    BigDecimal from = least.max(other.least);
    BigDecimal to = greatest.min(other.greatest);
    boolean both = zero && other.zero && from.signum() <= 0 && to.signum() >= 0;
    return new Bounds(from, to.max(from), both);
  }

  public Bounds withoutZero() {
    return new Bounds(least, greatest, false);
  }

  /** Sums of such values over the rows of a join. */
  public Bounds summed() {
    return of(
        least.min(BigDecimal.ZERO).multiply(ROWS), greatest.max(BigDecimal.ZERO).multiply(ROWS));
  }

  /** Without what is below 0. */
  public Bounds fromZero() {
    return of(least.max(BigDecimal.ZERO), greatest);
  }

  public boolean within(Bounds other) {
    return least.compareTo(other.least) >= 0 && greatest.compareTo(other.greatest) <= 0;
  }

  private BigDecimal far() {
    return least.abs().max(greatest.abs());
  }
}
