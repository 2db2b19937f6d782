package org.countywise.cli;

import java.util.List;

/** How everything is that a run needs. */
public record Checkup(List<HealthCheck> checks) {

  /** How many things have to be put right. */
  public long errors() {
    return count(HealthCheck.State.ERROR);
  }

  /** How many things are to be looked at. */
  public long warnings() {
    return count(HealthCheck.State.WARNING);
  }

  private long count(HealthCheck.State state) {
    return checks.stream().filter(check -> check.state() == state).count();
  }

  /** For people. */
  List<String> lines() {
    return TerminalText.lines("doctor", this);
  }

  /** For scripts. */
  record Told(boolean ok, List<HealthCheck> checks) {}

  /** For scripts. */
  Told told() {
    return new Told(errors() == 0, checks);
  }
}
