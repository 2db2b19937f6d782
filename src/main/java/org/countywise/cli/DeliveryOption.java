package org.countywise.cli;

import picocli.CommandLine.Option;

/** Where the delivery is that a command computes of. */
class DeliveryOption {
  @Option(
      names = "--delivery",
      paramLabel = "FOLDER",
      required = true,
      description = "Folder of the delivery: one folder per dataset.")
  private String delivery;

  /** The folder, absolute where it is local. */
  final String folder() {
    return Folders.absolute(delivery);
  }
}
