package org.countywise.run;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.countywise.plan.Presence;
import org.countywise.plan.Scan;
import org.countywise.report.Finding;
import org.countywise.report.FindingBuilder;
import org.countywise.report.FindingType;

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
                found.add(blocked(new Sent(scan.dataset(), period, ""), share, reference));
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

  private Finding blocked(Sent sent, Shares.Share share, boolean reference) {
    FindingBuilder finding = about(FindingType.REJECTED_SHARE, sent, share);
    return reference
        ? finding.saying("reference").build()
        : finding.with("allowed", presence.blocked()).build();
  }

  private Finding unreliable(Sent sent, Shares.Share share) {
    return about(FindingType.LOW_RELIABILITY, sent, share)
        .with("percent", percent(share))
        .with(
            "allowed", presence.unreliable().movePointRight(2).stripTrailingZeros().toPlainString())
        .build();
  }

  private static FindingBuilder about(FindingType type, Sent sent, Shares.Share share) {
    return sent.about(type).rows(share.rejected()).with("read", share.rows());
  }

  private static String percent(Shares.Share share) {
    return BigDecimal.valueOf(share.rejected())
        .movePointRight(2)
        .divide(BigDecimal.valueOf(share.rows()), 2, RoundingMode.HALF_UP)
        .toPlainString();
  }
}
