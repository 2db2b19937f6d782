package org.countywise.check;

public final class Rules {
  private Rules() {}

  public static java.util.List<org.countywise.report.Problem> check(
      org.countywise.definition.Definitions d, org.countywise.report.Places p) {
    return java.util.List.of();
  }
}
