package org.countywise.run;

import java.util.List;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Rows that several steps need are kept by the executor that made them, and how they were made is
 * forgotten: where that executor is lost, or its disk gives back something else, Spark cannot make
 * them again, and all is computed once more. Nothing of a lost attempt is published.
 */
record LostRows(Progress progress) {
  private static final Logger LOG = LoggerFactory.getLogger(LostRows.class);
  private static final int ATTEMPTS = 3;

  /** What Spark says of kept rows that are gone, and their codec of blocks that are damaged. */
  private static final List<String> SIGNS =
      List.of("CHECKPOINT_RDD_BLOCK_ID_NOT_FOUND", "Stream is corrupted");

  /** Works, and again where kept rows were lost; the third loss ends the run. */
  <T> T madeAgain(Supplier<T> work) {
    for (int attempt = 1; attempt < ATTEMPTS; attempt++) {
      try {
        return work.get();
      } catch (Exception | Error e) { // Spark throws checked ones that no signature declares
        if (!isLoss(e)) {
          throw e;
        }
        LOG.warn("rows that were kept for later steps are lost; attempt {}", attempt, e);
        progress.report("rows", "computing all again: what an executor kept is lost or damaged");
      }
    }
    return work.get();
  }

  private static boolean isLoss(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (SIGNS.stream().anyMatch(String.valueOf(cause.getMessage())::contains)) {
        return true;
      }
    }
    return false;
  }
}
