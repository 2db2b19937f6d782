package org.countywise.cli;

import picocli.CommandLine.Option;

/** Where releases are kept. */
final class WarehouseOption {
  @Option(
      names = "--warehouse",
      paramLabel = "FOLDER",
      required = true,
      description = "Folder of the warehouse, local or on any file system Hadoop knows.")
  private String folder;

  /** The folder, absolute where it is local. */
  String folder() {
    return Folders.absolute(folder);
  }

  /** The folder as it was typed, for messages and commands to try. */
  String typed() {
    return folder;
  }
}
