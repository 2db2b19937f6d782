package org.countywise.run;

/** Why a value of one release differs from that of another, in the order in which it is found. */
public enum RevisionCause {
  /** Other definitions of measures and indicators. */
  DEFINITION("changed definition"),
  /** Other regions: codes, parents, days of validity, members of groups. */
  REGIONS("changed region code"),
  /** A county's data that came or went as a whole. */
  DELIVERED("late delivery"),
  /** Records that are there in one delivery only. */
  RECORDS("new or withdrawn records"),
  /** The same records with other content. */
  CORRECTED("corrected records");

  private final String words;

  RevisionCause(String words) {
    this.words = words;
  }

  /** As people call it. */
  public String words() {
    return words;
  }
}
