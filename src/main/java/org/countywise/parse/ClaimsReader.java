package org.countywise.parse;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.countywise.definition.Claims;
import org.countywise.report.Places;
import org.countywise.report.Problem;

/** Reads a file of statements, wherever it lies. */
public final class ClaimsReader {
  private ClaimsReader() {}

  /**
   * A file of statements.
   *
   * @param claims what it says; empty where something required is missing
   * @param root its root in places
   * @param problems of its form
   */
  public record Read(Optional<Claims> claims, String root, Places places, List<Problem> problems) {}

  /** The statements of a file, with every problem of its form. */
  public static Read read(Path file) {
    Report report = new Report();
    Path folder = file.getParent() == null ? Path.of("") : file.getParent();
    String name = file.getFileName().toString();
    Optional<Claims> claims = new Folder(folder, report).read(name, Claims.class);
    return new Read(claims, name, report.places(), report.problems());
  }
}
