package org.countywise.run;

/** The engine's version, as the build wrote it. */
public final class Version {
  private Version() {}

  /** For example {@code 0.1.0}; {@code development} outside a jar. */
  public static String engine() {
    String version = Version.class.getPackage().getImplementationVersion();
    return version == null ? "development" : version;
  }
}
