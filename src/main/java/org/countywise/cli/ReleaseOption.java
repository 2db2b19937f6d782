package org.countywise.cli;

import picocli.CommandLine.Option;

/** Which release of a warehouse. */
final class ReleaseOption {
  @Option(
      names = "--release",
      paramLabel = "RELEASE",
      defaultValue = "",
      description = "Id of a release; default: the current one.")
  private String id;

  /** As it was typed; empty for the current one. */
  String id() {
    return id;
  }
}
