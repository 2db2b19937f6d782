package org.countywise.report;

/** A line of a file; line 0 is the file as a whole. */
public record Place(String file, int line) {

  @Override
  public String toString() {
    return line > 0 ? file + ":" + line : file;
  }
}
