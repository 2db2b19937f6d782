package org.countywise.run;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.countywise.plan.Presence;
import org.countywise.plan.Scan;
import org.countywise.report.Finding;

/** Holds the shares of rejected rows against what {@code jobs/} allows. */
record Limits(Presence presence, Shares shares) {

  /** What is above a limit of a dataset: as a whole, and of single units. */
  List<Finding> findings(Scan scan) {
    List<Finding> found = new ArrayList<>();
    boolean reference = scan.kind() == Scan.Kind.REFERENCE;
    BigDecimal blocked = reference ? BigDecimal.ZERO : presence.blocked();
    shares
        .periods(scan.dataset())
        .forEach(
            (period, share) -> {
              if (share.above(blocked)) {
                found.add(blocker(new Sent(scan.dataset(), period, ""), share, reference));
              }
            });
    shares
        .units()
        .forEach(
            (sent, share) -> {
              boolean ofUnit = sent.dataset().equals(scan.dataset()) && !sent.unit().isEmpty();
              if (ofUnit && !reference && share.above(presence.unreliable())) {
                found.add(unreliable(sent, share));
              }
            });
    return found;
  }

  private Finding blocker(Sent sent, Shares.Share share, boolean reference) {
    return finding(
        "rejected_share",
        Finding.Severity.BLOCKER,
        sent,
        share,
        share.rejected()
            + " of "
            + share.rows()
            + " rows are rejected, more than the "
            + (reference
                ? "none a reference dataset may have"
                : "share of " + presence.blocked() + " allowed")
            + "; nothing is published until they are mended");
  }

  private Finding unreliable(Sent sent, Shares.Share share) {
    return finding(
        "low_reliability",
        Finding.Severity.ERROR,
        sent,
        share,
        share.rejected()
            + " of "
            + share.rows()
            + " rows are rejected: "
            + percent(share)
            + " %, where at most "
            + presence.unreliable().movePointRight(2).stripTrailingZeros().toPlainString()
            + " % may be; the county's values that need them have status U until it mends the rows"
            + " in rejected_row and delivers again");
  }

  private static String percent(Shares.Share share) {
    return BigDecimal.valueOf(share.rejected())
        .movePointRight(2)
        .divide(BigDecimal.valueOf(share.rows()), 2, RoundingMode.HALF_UP)
        .toPlainString();
  }

  private static Finding finding(
      String rule, Finding.Severity severity, Sent sent, Shares.Share share, String message) {
    return new Finding(
        rule,
        sent.dataset(),
        sent.period(),
        sent.unit(),
        severity,
        share.rejected(),
        List.of(),
        message);
  }
}
