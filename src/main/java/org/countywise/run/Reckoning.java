package org.countywise.run;

import java.util.function.Function;
import org.countywise.rows.Width;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Chooses how wide the whole numbers of a run are reckoned. */
final class Reckoning {
  private static final Logger LOG = LoggerFactory.getLogger(Reckoning.class);

  private Reckoning() {}

  /** Works in int64, which is quick, and again in decimals where that did not hold a number. */
  static <T> T of(Function<Width, T> work) {
    try {
      return work.apply(Width.INT64);
    } catch (Exception | Error e) { // Spark throws checked ones that no signature declares
      if (Arithmetic.of(e).filter(Arithmetic.TOO_LARGE::equals).isEmpty()) {
        throw e;
      }
      LOG.info("a number is larger than int64 holds; reckoning in decimals", e);
      return work.apply(Width.DECIMAL);
    }
  }
}
