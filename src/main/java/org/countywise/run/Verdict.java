package org.countywise.run;

import java.util.List;

/**
 * How many rows of a dataset, period and unit met the same judgement.
 *
 * @param unit empty where the row's region is not known
 * @param reason why they are rejected; empty for accepted rows
 * @param warnings what is strange about them
 * @param least smallest key, where the key is one whole number; else 0
 * @param greatest greatest key, likewise
 */
record Verdict(
    String dataset,
    String period,
    String unit,
    String reason,
    List<String> warnings,
    long rows,
    long least,
    long greatest) {

  boolean rejected() {
    return !reason.isEmpty() && !reason.equals(org.countywise.stage.Settle.REPEATED);
  }
}
