package org.countywise.quality;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.countywise.plan.DeliveryRules;
import org.countywise.plan.Scan;
import org.countywise.report.Finding;
import org.countywise.report.FindingBuilder;
import org.countywise.report.FindingType;

/** Holds the shares of rejected rows against what {@code jobs/} allows. */
record RejectLimits(DeliveryRules deliveryRules, Shares shares) {

  /** What is above a limit of a dataset: as a whole, and of single units. */
  List<Finding> findings(Scan scan) {
    List<Finding> found = new ArrayList<>();
    boolean reference = scan.kind() == Scan.Kind.REFERENCE;
    BigDecimal blocked = reference ? BigDecimal.ZERO : deliveryRules.blocked();
    shares
        .periods(scan.dataset())
        .forEach(
            (period, share) -> {
              if (share.above(blocked)) {
                found.add(blocked(new DeliveryKey(scan.dataset(), period, ""), share, reference));
              }
            });
    shares
        .units()
        .forEach(
            (key, share) -> {
              boolean ofUnit = key.dataset().equals(scan.dataset()) && !key.unit().isEmpty();
              if (ofUnit && !reference && share.above(deliveryRules.unreliable())) {
                found.add(unreliable(key, share));
              }
            });
    return found;
  }

  private Finding blocked(DeliveryKey key, Shares.Share share, boolean reference) {
    FindingBuilder finding = about(FindingType.REJECTED_SHARE, key, share);
    return reference
        ? finding.saying("reference").build()
        : finding.with("allowed", deliveryRules.blocked()).build();
  }

  private Finding unreliable(DeliveryKey key, Shares.Share share) {
    return about(FindingType.LOW_RELIABILITY, key, share)
        .with("percent", percent(share))
        .with(
            "allowed",
            deliveryRules.unreliable().movePointRight(2).stripTrailingZeros().toPlainString())
        .build();
  }

  private static FindingBuilder about(FindingType type, DeliveryKey key, Shares.Share share) {
    return key.about(type).rows(share.rejected()).with("read", share.rows());
  }

  private static String percent(Shares.Share share) {
    return BigDecimal.valueOf(share.rejected())
        .movePointRight(2)
        .divide(BigDecimal.valueOf(share.rows()), 2, RoundingMode.HALF_UP)
        .toPlainString();
  }
}
