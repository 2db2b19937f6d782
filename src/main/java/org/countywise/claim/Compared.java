package org.countywise.claim;

import java.math.BigDecimal;
import java.util.Optional;
import org.countywise.claim.Answer.Base;
import org.countywise.claim.Quantity.Population;
import org.countywise.definition.Claims;

/** A population's number, compared with that of other months as a statement compares it. */
record Compared(Claims claims, Quantity quantity, Population population) {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final BigDecimal HALF = new BigDecimal("0.5");

  private Claims.Comparison says() {
    return quantity.statement().comparison();
  }

  Stated stated() {
    return Stated.of(says().stated(), says().roundedTo());
  }

  /** The number of another month: the denominator a ratio publishes, else that month's row. */
  Base base(Claims.Against against) {
    String period = quantity.statement().period();
    Basis basis = Basis.of(against, period);
    Optional<Found> denominator =
        claims.bases().stream()
            .filter(known -> known.against() == against)
            .filter(known -> known.of().equals(population.indicator()))
            .map(known -> quantity.base(known.denominatorOf(), population.region(), period))
            .filter(Found::known)
            .findFirst();
    return new Base(basis, denominator.orElseGet(() -> quantity.in(population, basis.period())));
  }

  Found change(Base base) {
    return change(base.number(), base.basis().toString());
  }

  private Found change(Found base, String what) {
    Found number = quantity.in(population, quantity.statement().period());
    Found increase = number.with(base, Ratio::minus);
    return switch (says().says()) {
      case INCREASE -> increase;
      case GROWTH -> increase.dividedBy(base, what).with(ratio -> ratio.times(HUNDRED));
      case SHARE -> number.dividedBy(base, what).with(ratio -> ratio.times(HUNDRED));
    };
  }

  /** Whether the statement is true against a base, at the precision of that base. */
  boolean holds(Base base) {
    Found exact = change(base);
    if (!exact.known()) {
      return false;
    }
    if (stated().holds(exact.value()) || says().baseRoundedTo() == null) {
      return stated().holds(exact.value());
    }
    BigDecimal unit = new BigDecimal(says().baseRoundedTo());
    Ratio rounded = Ratio.of(base.number().value().roundedTo(unit));
    Ratio half = Ratio.of(unit.multiply(HALF));
    Found low = change(base.number().with(any -> rounded.minus(half)), "");
    Found high = change(base.number().with(any -> rounded.plus(half)), "");
    return low.known() && high.known() && stated().holdsBetween(low.value(), high.value());
  }
}
