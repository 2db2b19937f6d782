package org.countywise.geography.history;

import java.io.Serializable;
import java.time.LocalDate;

/**
 * One row of the roster: what a code meant for a time.
 *
 * @param parent code of the region above, null at the top
 * @param from first day
 * @param to first day no longer, null where it has no end
 */
public record Validity(String code, String level, String parent, LocalDate from, LocalDate to)
    implements Serializable {

  /** Whether it holds on a day. */
  public boolean covers(LocalDate day) {
    return !from.isAfter(day) && (to == null || to.isAfter(day));
  }
}
