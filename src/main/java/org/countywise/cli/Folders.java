package org.countywise.cli;

import java.nio.file.Path;
import java.util.regex.Pattern;

/** Folders as people type them: local paths or {@code hdfs://}, {@code s3a://} and the like. */
final class Folders {
  private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:/.*");

  private Folders() {}

  /** The folder, absolute where it is a local path; a colon without a slash behind it is a name. */
  static String absolute(String typed) {
    return SCHEME.matcher(typed).matches()
        ? typed
        : Path.of(typed).toAbsolutePath().normalize().toString();
  }
}
