package org.countywise.cube;

/** The two sides of an indicator. */
public enum Side {
  NUMERATOR,
  /** Of plain counts it has no terms. */
  DENOMINATOR
}
