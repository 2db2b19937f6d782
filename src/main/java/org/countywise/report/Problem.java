package org.countywise.report;

/**
 * Something wrong with a definition, found without data.
 *
 * @param message value, rule and remedy in one sentence; the place comes first when it is printed
 */
public record Problem(Place place, String message) {

  @Override
  public String toString() {
    return place + ": " + message;
  }
}
