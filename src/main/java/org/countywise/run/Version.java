package org.countywise.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.stream.Stream;

/** The engine's version, as the build wrote it. */
public final class Version {
  private static final int SHOWN = 12;
  private static final String ENGINE = release() + "+" + build();

  private Version() {}

  /**
   * For example {@code 0.1.0+3f8a12c0d4e5}: the release, {@code development} outside a jar, and the
   * beginning of a hash of the classes, so that another build has another version.
   */
  public static String engine() {
    return ENGINE;
  }

  private static String release() {
    String version = Version.class.getPackage().getImplementationVersion();
    return version == null ? "development" : version;
  }

  private static String build() {
    try {
      Path classes =
          Path.of(Version.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      MessageDigest hash = MessageDigest.getInstance("SHA-256");
      try (Stream<Path> files = Files.walk(classes)) {
        for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile).sorted()::iterator) {
          hash.update(Files.readAllBytes(file));
        }
      }
      return HexFormat.of().formatHex(hash.digest()).substring(0, SHOWN);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the engine's own classes", e);
    } catch (URISyntaxException | NoSuchAlgorithmException e) {
      throw new IllegalStateException("classes come from a place, and Java has SHA-256", e);
    }
  }
}
