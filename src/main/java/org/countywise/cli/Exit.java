package org.countywise.cli;

/** Exit codes of every command. */
final class Exit {
  /** Done; for a run: published. */
  static final int DONE = 0;

  /** Findings block publication. */
  static final int BLOCKED = 1;

  /** The engine failed. */
  static final int FAILED = 2;

  /** A bad flag or a bad definition. */
  static final int USAGE = 64;

  private Exit() {}
}
