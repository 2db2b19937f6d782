package org.countywise.cli;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.countywise.run.RevisionAnalysis;
import org.countywise.run.RevisionAnalysis.Said;
import org.countywise.run.RevisionCause;
import org.countywise.table.ValueRow;

/**
 * One cell that differs between two releases.
 *
 * @param statusBefore empty where there was no row
 * @param parts what each cause adds to the value, causes that add nothing left out; they add up to
 *     the difference. A value that is not there counts as 0
 */
public record Change(
    RevisionAnalysis.Cell cell,
    Said before,
    Said after,
    String statusBefore,
    String statusAfter,
    Map<RevisionCause, BigDecimal> parts) {
  private static final String SUPPRESSED = "Q";
  private static final BigDecimal NEW = BigDecimal.valueOf(2);

  /** What appears or vanishes first, then the largest change of the value, seen from the value. */
  static final Comparator<Change> LARGEST_FIRST =
      Comparator.comparing(Change::effect, Comparator.reverseOrder())
          .thenComparing(change -> change.cell().indicator())
          .thenComparing(change -> change.cell().region())
          .thenComparing(change -> change.cell().period())
          .thenComparing(change -> change.cell().breakdown());

  static Change of(RevisionAnalysis.Cell key, ValueRow before, ValueRow after) {
    return new Change(
        key,
        said(before),
        said(after),
        before == null ? "" : before.status(),
        after == null ? "" : after.status(),
        Map.of());
  }

  private static Said said(ValueRow cell) {
    return cell == null
        ? Said.NOTHING
        : new Said(
            cell.value() == null ? null : new BigDecimal(cell.value()),
            cell.numerator(),
            cell.denominator());
  }

  /** Whether anything differs. */
  boolean isOne() {
    return !statusBefore.equals(statusAfter)
        || !same(before.value(), after.value())
        || !same(before.numerator(), after.numerator())
        || !same(before.denominator(), after.denominator());
  }

  private static boolean same(BigDecimal one, BigDecimal other) {
    return one == null ? other == null : (other != null && one.compareTo(other) == 0);
  }

  /** Whether both releases show the numbers. */
  boolean isOpen() {
    return !statusBefore.equals(SUPPRESSED) && !statusAfter.equals(SUPPRESSED);
  }

  /** By how much the value differs, as a share of the larger one; 2 where only one has a value. */
  private BigDecimal effect() {
    if ((before.value() == null) != (after.value() == null)) {
      return NEW;
    }
    BigDecimal larger = orZero(before.value()).abs().max(orZero(after.value()).abs());
    return larger.signum() == 0
        ? BigDecimal.ZERO
        : difference().abs().divide(larger, MathContext.DECIMAL64);
  }

  /** What was added to the value. */
  BigDecimal difference() {
    return orZero(after.value()).subtract(orZero(before.value()));
  }

  private static BigDecimal orZero(BigDecimal value) {
    return value == null ? BigDecimal.ZERO : value;
  }

  /** With its parts, from what the cell says after each cause. */
  Change with(Map<RevisionCause, Map<RevisionAnalysis.Cell, Said>> steps) {
    Map<RevisionCause, BigDecimal> found = new EnumMap<>(RevisionCause.class);
    BigDecimal last = orZero(before.value());
    for (RevisionCause revisionCause : RevisionCause.values()) {
      Said said =
          revisionCause == RevisionCause.CORRECTED
              ? after
              : steps.get(revisionCause).getOrDefault(cell, Said.NOTHING);
      BigDecimal now = orZero(said.value());
      if (now.compareTo(last) != 0) {
        found.put(revisionCause, now.subtract(last));
      }
      last = now;
    }
    return new Change(cell, before, after, statusBefore, statusAfter, found);
  }

  /** For scripts. */
  record Told(
      String indicator,
      String regionCode,
      String period,
      String breakdown,
      Side before,
      Side after,
      BigDecimal difference,
      Map<String, BigDecimal> causes) {}

  /** What one release says. */
  record Side(String status, BigDecimal value, BigDecimal numerator, BigDecimal denominator) {
    static Side of(String status, Said said) {
      return new Side(status, said.value(), said.numerator(), said.denominator());
    }
  }

  /** For scripts. */
  Told told() {
    Map<String, BigDecimal> causes = new LinkedHashMap<>();
    parts.forEach((revisionCause, part) -> causes.put(revisionCause.words(), part));
    return new Told(
        cell.indicator(),
        cell.region(),
        cell.period(),
        cell.breakdown(),
        Side.of(statusBefore, before),
        Side.of(statusAfter, after),
        difference(),
        causes);
  }

  @Override
  public String toString() {
    return Objects.toString(cell) + " " + before + " → " + after + " " + parts;
  }
}
