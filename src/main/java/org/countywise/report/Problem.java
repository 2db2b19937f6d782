package org.countywise.report;

/**
 * Something wrong with a definition, found without data.
 *
 * @param message value, rule and remedy in one sentence; the place comes first when it is printed,
 *     in one line whatever it quotes
 */
public record Problem(Place place, String message) {
  public Problem {
    message = message.strip().replaceAll("\\s*\\R\\s*", " ");
  }

  @Override
  public String toString() {
    return place + ": " + message;
  }
}
